// The end of a sale of several items: what matters most, then what became of each.

import { h, icon } from '../dom.js';
import { money } from '../format.js';
import { action, MARKS, picture, receipt, ring, stage } from '../parts.js';

const TONES = { kept: 'good', case: 'care' };

export const summary = { draw, say: (ctx) => ctx.t('summary.' + ctx.view.money) };

function draw(ctx) {
    const { view, t } = ctx;
    const title = 'summary.' + view.money;
    return stage(ctx, {
        tone: TONES[view.money],
        title: t(title),
        more: t(title + '.more', { counties: counties(ctx) }),
        figure: [
            h('ul', { class: 'fates' }, view.lines.map((line) => fate(ctx, line))),
            receipt(ctx, true),
        ],
        foot: [
            h('div', { class: 'actions' },
                action(ctx, 'main', 'check', t('done'), 'done', {}, true), ring(ctx)),
            view.money === 'kept'
                && h('div', { class: 'down', 'aria-hidden': 'true' }, icon('arrow-down')),
        ],
    });
}

function counties({ view, pick, language }) {
    const names = new Set(view.lines.map((line) => pick(line.good.county)));
    return [...names].join(language === 'zh' ? '、' : ', ');
}

function fate({ t, pick }, line) {
    return h('li', { class: 'fate fate-' + line.state },
        picture(line.good),
        h('p', { class: 'summary-name' }, pick(line.good.name)),
        h('p', { class: 'fate-word' }, icon(MARKS[line.state]), h('span', {}, t('line.' + line.state))),
        h('p', { class: 'fate-amount' }, money(line.amountFen)));
}
