// It came out: where to take it, thanks, and the code to keep.

import { h, icon } from '../dom.js';
import { action, countySeal, picture, receipt, ring, stage } from '../parts.js';

export const taken = { draw, say: (ctx) => ctx.t('taken.title') };

function draw(ctx) {
    const { view, t, pick } = ctx;
    return stage(ctx, {
        tone: 'good',
        title: t('taken.title'),
        more: t('taken.thanks', { county: pick(view.good.county) }),
        figure: [
            h('div', { class: 'gift' }, picture(view.good), countySeal(ctx, view.good.county)),
            receipt(ctx, true),
        ],
        foot: [
            h('div', { class: 'actions' },
                action(ctx, 'main', 'check', t('done'), 'done', {}, true), ring(ctx)),
            h('div', { class: 'down', 'aria-hidden': 'true' }, icon('arrow-down')),
        ],
    });
}
