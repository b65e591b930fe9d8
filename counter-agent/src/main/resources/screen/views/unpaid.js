// Nothing was charged: that first, then why, then another try.

import { h, icon } from '../dom.js';
import { action, picture, ring, stage } from '../parts.js';

export const unpaid = { draw, say: (ctx) => ctx.t('unpaid.money') + ' ' + reason(ctx) };

function reason(ctx) {
    return ctx.t('unpaid.' + ctx.view.reason, {}, 'unpaid.unavailable');
}

function draw(ctx) {
    const { view, t, pick } = ctx;
    return stage(ctx, {
        title: t('unpaid.money'),
        more: reason(ctx),
        figure: [
            h('div', { class: 'gift' }, picture(view.good)),
            h('p', { class: 'advice' }, icon('info'),
                h('span', {}, t('unpaid.do', { name: pick(view.good.name) }))),
        ],
        foot: [h('div', { class: 'actions' },
            action(ctx, 'main', 'layout-grid', t('backToGoods'), 'done', {}, true),
            ring(ctx))],
    });
}
