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
                : buying(ctx)));
}

/** At once, or together with more; who has picked something already only adds to it. */
function buying(ctx) {
    const { view, t } = ctx;
    const slot = { slot: view.good.slot };
    const buy = action(ctx, 'main', 'check', t('buy') + ' ' + money(view.good.priceFen), 'buy', slot);
    if (!view.basket) {
        return buy;
    }
    const picked = view.basket.items > 0;
    const add = view.canAdd
        ? action(ctx, picked ? 'main' : 'quiet', 'package', t('basket.add'), 'add', slot)
        : h('p', { class: 'button button-gone' },
            t(view.basket.items >= view.basket.most ? 'basket.full' : 'basket.noMore'));
    return picked ? add : [add, buy];
}

function origin({ view, pick, language }) {
    const comma = language === 'zh' ? '，' : ', ';
    return pick(view.good.county) + comma + pick(view.good.supplier);
}

function fact(label, value, extra = '') {
    return value
        && h('div', { class: 'fact ' + extra }, h('dt', {}, label), h('dd', {}, value));
}
