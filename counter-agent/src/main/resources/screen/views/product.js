// One good: where it comes from, how long it keeps, what it costs.

import { h } from '../dom.js';
import { date, money, weight } from '../format.js';
import { action, countySeal, picture } from '../parts.js';

export const product = {
    draw,
    say: (ctx) => ctx.pick(ctx.view.good.name) + ' ' + money(ctx.view.good.priceFen),
};

function draw(ctx) {
    const { view, t, pick, language } = ctx;
    const good = view.good;
    return h('section', { class: 'product' },
        h('div', { class: 'product-figure' }, picture(good), countySeal(ctx, good.county)),
        h('div', { class: 'product-words' },
            h('div', { class: 'product-head' },
                h('h1', {}, pick(good.name)),
                h('p', { class: 'product-price' }, money(good.priceFen))),
            h('p', { class: 'product-story' }, pick(good.story)),
            h('dl', { class: 'facts' },
                fact(t('bestBefore'),
                    good.bestBefore && date(good.bestBefore, language), 'fact-strong'),
                fact(t('weight'), weight(good.weightGrams, language), 'fact-strong'),
                fact(t('origin'), origin(ctx), 'fact-wide'),
                fact(t('harvested'), good.harvested && date(good.harvested, language)),
                fact(t('lot'), good.lot))),
        h('div', { class: 'actions' },
            action(ctx, 'quiet', 'arrow-left', t('back'), 'back', {}, true),
            good.available === false
                ? h('p', { class: 'button button-gone' }, t('why.' + good.why, {}, 'why.slot-off'))
                : action(ctx, 'main', 'check', t('buy') + ' ' + money(good.priceFen), 'buy',
                    { slot: good.slot })));
}

function origin({ view, pick, language }) {
    const comma = language === 'zh' ? '，' : ', ';
    return pick(view.good.county) + comma + pick(view.good.supplier);
}

function fact(label, value, extra = '') {
    return value
        && h('div', { class: 'fact ' + extra }, h('dt', {}, label), h('dd', {}, value));
}
