// It did not drop: first the money, then the code, then another way to the same goods.

import { h, icon } from '../dom.js';
import { money } from '../format.js';
import { action, picture, receipt, ring, stage } from '../parts.js';

export const refund = { draw, say: (ctx) => sentence(ctx) + ' ' + more(ctx) };

function sentence(ctx) {
    return about(ctx, '');
}

function more(ctx) {
    return about(ctx, '.more');
}

function about(ctx, part) {
    const amount = money(ctx.view.amountFen);
    return ctx.t('refund.' + ctx.view.money + part, { amount }, 'refund.on-its-way' + part);
}

function draw(ctx) {
    const { view, t, pick } = ctx;
    const open = view.money === 'case';
    return stage(ctx, {
        tone: open ? 'care' : 'calm',
        title: sentence(ctx),
        more: more(ctx),
        figure: [
            receipt(ctx, true),
            h('div', { class: 'sorry' },
                picture(view.good),
                h('div', {},
                    h('p', { class: 'summary-name' }, pick(view.good.name)),
                    h('p', {}, t(open ? 'refund.look' : 'refund.sorry')),
                    h('p', { class: 'sorry-phone' }, icon('circle-help'), t('refund.phone')))),
        ],
        foot: view.money === 'returning' ? waiting() : leaving(ctx),
    });
}

/** The reader is giving the money back; there is nothing to press until it has said so. */
function waiting() {
    return [h('div', { class: 'actions actions-waiting', 'aria-hidden': 'true' },
        h('span', { class: 'breath' }))];
}

function leaving(ctx) {
    return [h('div', { class: 'actions' },
        action(ctx, 'main', 'layout-grid', ctx.t('refund.again'), 'done', {}, true), ring(ctx))];
}
