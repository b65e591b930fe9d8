// Not selling: why, until when, and what becomes of money already paid.

import { h, icon } from '../dom.js';

const FIGURES = { starting: 'clock' };

export const closed = {
    draw,
    say: (ctx) => ctx.t('closed.' + ctx.view.reason, {}, 'closed.title'),
};

function draw(ctx) {
    const { view, t } = ctx;
    const key = 'closed.' + view.reason;
    return h('section', { class: 'closed' },
        h('span', { class: 'closed-figure' }, icon(FIGURES[view.reason] ?? 'wrench')),
        h('p', { class: 'closed-kicker' }, t('closed.title')),
        h('h1', {}, t(key, {}, 'closed.title')),
        h('p', { class: 'closed-do' }, t(key + '.do', {}, 'closed.starting.do')),
        view.reason !== 'starting'
            && h('p', { class: 'advice' }, icon('receipt-text'), h('span', {}, t('closed.paid'))));
}
