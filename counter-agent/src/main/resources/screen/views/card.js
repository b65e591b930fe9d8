// Paying by card: a hand and the reader.

import { h, s } from '../dom.js';
import { cancelButton, receipt, ring, stage, summary } from '../parts.js';

export const card = {
    draw,
    say: (ctx) => ctx.t('card.' + ctx.view.phase) + ' ' + ctx.t('card.' + ctx.view.phase + '.do'),
};

function draw(ctx) {
    const { view, t } = ctx;
    const phase = view.phase;
    return stage(ctx, {
        title: t('card.' + phase),
        more: t('card.' + phase + '.do'),
        figure: [summary(ctx), reader(phase)],
        foot: [
            receipt(ctx),
            h('div', { class: 'actions' }, phase === 'tap' && cancelButton(ctx), ring(ctx)),
        ],
    });
}

function reader(phase) {
    return s('svg', {
        class: 'reader reader-' + phase, viewBox: '0 0 480 360', 'aria-hidden': 'true',
    },
    box('fig-shadow', 86, 62), box('fig-body', 74, 46),
    s('rect', { class: 'fig-glass', x: 100, y: 74, width: 168, height: 84, rx: 10 }),
    s('path', { class: 'fig-waves', d: 'M150 268q14-22 0-44m22 58q24-36 0-72m22 86q34-50 0-100' }),
    s('g', { class: 'fig-dots' },
        [152, 184, 216].map((x) => s('circle', { cx: x, cy: 116, r: 9 }))),
    hand());
}

function box(kind, x, y) {
    return s('rect', { class: kind, x, y, width: 220, height: 276, rx: 22 });
}

function hand() {
    return s('g', { class: 'fig-hand' },
        s('path', { class: 'fig-shadow', d: 'M236 214l160-34 22 96-160 34z' }),
        s('path', { class: 'fig-card', d: 'M228 200l150-32a10 10 0 0 1 12 8l18 82a10 10 0 0 1-8 12'
            + 'l-150 32a10 10 0 0 1-12-8l-18-82a10 10 0 0 1 8-12z' }),
        s('path', { class: 'fig-stripe', d: 'M224 222l170-36 5 22-170 36z' }),
        s('path', { class: 'fig-skin', d: 'M1100 106L480 196c-40-10-74-2-100 16-14 10-8 30 8 26l34-8'
            + 'c-28 14-52 18-62 34-6 12 6 22 18 16 26-14 60-8 102-4L1100 226z' }),
    s('path', { class: 'fig-sleeve', d: 'M590 172a8 8 0 0 1 8-9L1100 84v164l-498 38a8 8 0 0 1-9-8z' }));
}
