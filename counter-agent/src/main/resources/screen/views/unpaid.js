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
                h('span', {}, pick(view.good.name) + ' · ' + t('unpaid.do'))),
        ],
        foot: [h('div', { class: 'actions' },
            action(ctx, view.again ? 'quiet' : 'main', 'layout-grid', t('backToGoods'), 'done',
                {}, true),
            view.again && action(ctx, 'main', 'undo-2', t('unpaid.again'), 'buy',
                { slot: view.good.slot }),
            ring(ctx))],
    });
}
