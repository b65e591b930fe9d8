// The shelf: every good in its place, what is sold out greyed and last.

import { h, icon } from '../dom.js';
import { money, shortDate, weight } from '../format.js';
import { countySeal, picture } from '../parts.js';

export const browse = { draw, say: (ctx) => ctx.t('brand') };

function draw(ctx) {
    const goods = ctx.view.goods.toSorted(shelfOrder);
    const shown = goods.filter((good) => inCategory(good, ctx.local.category));
    return h('section', { class: 'browse', '--columns': columns(goods) },
        goods.length > 0 && categories(ctx, goods),
        goods.length > 0 && goods.every((good) => good.why === 'sold-out') && nothingLeft(ctx),
        shown.length > 0
            ? h('ul', { class: 'shelf', 'data-scroll': true },
                shown.map((good) => h('li', {}, tile(ctx, good))))
            : empty(ctx),
        moreBelow(ctx),
        basketBar(ctx));
}

/** What is picked already, and the way to pay for it. */
function basketBar({ view, t, send }) {
    const picked = view.basket?.items ?? 0;
    return picked > 0 && h('button', {
        class: 'basket-bar', type: 'button', 'data-key': 'basket', onclick: () => send('basket'),
    },
    icon('package'),
    h('span', { class: 'basket-bar-words' }, t('basket.picked', { n: picked })),
    h('strong', {}, money(view.basket.amountFen)),
    h('span', { class: 'basket-bar-go' }, t('basket.open')));
}

function shelfOrder(one, other) {
    return (other.available - one.available)
        || (one.row - other.row) || (one.column - other.column);
}

function columns(goods) {
    return Math.min(Math.max(...goods.map((good) => good.column), 3), 4);
}

function inCategory(good, category) {
    return category === null || good.category === category;
}

function categories(ctx, goods) {
    const codes = [...new Set(goods.map((good) => good.category))];
    return h('div', { class: 'categories', role: 'group' },
        category(ctx, null, ctx.t('all'), icon('layout-grid')),
        codes.map((code) => category(ctx, code,
            ctx.t('category.' + code, {}, 'category.other'),
            picture(goods.find((good) => good.category === code)))));
}

function category(ctx, code, words, figure) {
    return h('button', {
        class: 'category', type: 'button', 'data-key': 'category-' + code,
        'aria-pressed': String(ctx.local.category === code),
        onclick: () => ctx.change({ category: code }),
    }, h('span', { class: 'category-figure' }, figure), h('span', {}, words));
}

function tile(ctx, good) {
    const { t, pick, language } = ctx;
    return h('button', {
        class: 'tile', type: 'button', 'data-key': 'slot-' + good.slot,
        'data-gone': !good.available, disabled: !good.available,
        onclick: () => ctx.send('look', { slot: good.slot }),
    },
    h('span', { class: 'tile-figure' },
        picture(good),
        countySeal(ctx, good.county),
        !good.available
            && h('span', { class: 'tile-why' }, t('why.' + good.why, {}, 'why.slot-off'))),
    h('span', { class: 'tile-name' }, pick(good.name)),
    h('span', { class: 'tile-row' },
        h('span', { class: 'tile-price' }, money(good.priceFen)),
        h('span', { class: 'tile-weight' }, weight(good.weightGrams, language))),
    good.bestBefore && h('span', { class: 'tile-date' },
        t('bestBefore') + ' ' + shortDate(good.bestBefore, language)));
}

function empty(ctx) {
    return h('div', { class: 'empty' }, icon('package'),
        h('h1', {}, ctx.t('emptyTitle')), h('p', {}, ctx.t('emptyText')));
}

/** The shelf stays to be seen, and one sentence says what the grey means. */
function nothingLeft(ctx) {
    return h('div', { class: 'advice sold-all' }, icon('package'),
        h('p', {}, h('strong', {}, ctx.t('emptyTitle')), ctx.t('emptyText')));
}

/** Nobody should have to guess that the shelf goes on: a button turns the page. */
function moreBelow(ctx) {
    const button = h('button', { class: 'more', type: 'button', hidden: true, 'data-key': 'more',
        onclick: () => turnPage() }, icon('arrow-down'), h('span', {}, ctx.t('more')));
    requestAnimationFrame(() => watch(button));
    return button;
}

function turnPage() {
    const shelf = document.querySelector('.shelf');
    shelf.scrollBy({ top: shelf.clientHeight * 0.85, behavior: 'smooth' });
}

function watch(button) {
    const shelf = document.querySelector('.shelf');
    if (!shelf) {
        return;
    }
    const update = () => {
        button.hidden = shelf.scrollHeight - shelf.scrollTop - shelf.clientHeight < 24;
    };
    shelf.addEventListener('scroll', update, { passive: true });
    update();
}
