// What is picked: a line for each good with fewer and more, and one button to pay for all of it.

import { h, icon } from '../dom.js';
import { money } from '../format.js';
import { action, picture, ring } from '../parts.js';

export const basket = {
    draw,
    say: (ctx) => ctx.t('basket.title') + ' ' + money(ctx.view.amountFen),
};

function draw(ctx) {
    const { view, t } = ctx;
    return h('section', { class: 'basket' },
        h('div', { class: 'basket-head' }, h('h1', {}, t('basket.title')), ring(ctx)),
        h('ul', { class: 'basket-lines', 'data-scroll': true },
            view.lines.map((line) => h('li', { class: 'basket-line' }, ofLine(ctx, line)))),
        h('p', { class: 'basket-most' }, icon('info'), h('span', {}, t('basket.most', view))),
        h('div', { class: 'actions' },
            action(ctx, 'quiet', 'arrow-left', t('basket.more'), 'back', {}, true),
            h('button', {
                class: 'button button-main', type: 'button', 'data-key': 'checkout',
                disabled: !view.canBuy, onclick: () => ctx.send('checkout'),
            }, icon('check'),
            h('span', {}, t('basket.pay', { amount: money(view.amountFen) })))));
}

function ofLine(ctx, line) {
    const { t, pick } = ctx;
    const name = pick(line.good.name);
    return [
        picture(line.good),
        h('div', { class: 'summary-words' },
            h('p', { class: 'summary-name' }, name),
            h('p', { class: line.canBuy ? 'summary-note' : 'summary-note basket-gone' },
                line.canBuy ? money(line.good.priceFen) : t('basket.gone'))),
        h('div', { class: 'stepper' },
            step(ctx, 'remove', '−', t('basket.less', { name }), line.good.slot, true),
            h('span', { class: 'stepper-count' }, String(line.count)),
            step(ctx, 'add', '+', t('basket.another', { name }), line.good.slot, line.canAdd)),
        h('p', { class: 'amount' }, money(line.good.priceFen * line.count)),
    ];
}

function step(ctx, intent, sign, label, slot, enabled) {
    return h('button', {
        class: 'step', type: 'button', 'data-key': intent + '-' + slot, 'aria-label': label,
        disabled: !enabled, onclick: () => ctx.send(intent, { slot }),
    }, sign);
}
