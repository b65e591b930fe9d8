// How to pay: the ways that work now are large, the others say why they do not.

import { h, icon } from '../dom.js';
import { money } from '../format.js';
import { action, cancelButton, receipt, ring, summary } from '../parts.js';

const WAYS = [['card', 'nfc'], ['wechat', 'smartphone'], ['alipay', 'smartphone']];

export const pay = {
    draw,
    say: (ctx) => ctx.t('pay.title') + ' ' + money(ctx.view.amountFen),
};

function draw(ctx) {
    const { view, t } = ctx;
    return h('section', { class: 'pay' },
        summary(ctx),
        h('h1', {}, t('pay.title')),
        h('div', { class: 'ways' },
            WAYS.filter(([way]) => view.ways[way])
                .sort(([one], [other]) => view.ways[other].available - view.ways[one].available)
                .map(([way, name]) => wayCard(ctx, way, name))),
        view.scanner && scannerHint(ctx),
        receipt(ctx),
        h('div', { class: 'actions' },
            view.lines
                ? action(ctx, 'quiet', 'arrow-left', t('basket.back'), 'back', {}, true)
                : cancelButton(ctx),
            ring(ctx)));
}

function scannerHint({ view, t }) {
    const word = view.scan === 'none' ? 'scanner' : 'scan.' + view.scan;
    return h('p', { class: 'scanner-hint scan-' + view.scan, role: 'status' },
        icon('scan-line'), t(word));
}

function wayCard(ctx, way, name) {
    const { available, reason } = ctx.view.ways[way];
    const { t } = ctx;
    const several = way === 'card' && ctx.view.lines ? '.each' : '.more';
    const more = available ? t('way.' + way + several) : t('reason.' + reason, {}, 'reason.other');
    return h('button', {
        class: 'way', type: 'button', 'data-key': 'way-' + way, disabled: !available,
        onclick: () => ctx.send('pay', { way }),
    },
    h('span', { class: 'way-figure' }, icon(name)),
    h('span', { class: 'way-words' },
        h('strong', {}, t('way.' + way)),
        h('span', { class: 'way-more' }, more)));
}
