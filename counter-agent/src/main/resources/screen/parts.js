// Pieces that several views share.

import { h, icon, s } from './dom.js';
import { code, money, seal } from './format.js';

const QUIET_MODULES = 4;

export function picture(good, extra = '') {
    return h('img', {
        class: 'picture ' + extra, src: '/pictures/' + good.picture, alt: '', draggable: 'false',
    });
}

export function countySeal(ctx, county) {
    return h('span', { class: 'seal', lang: ctx.language === 'zh' ? 'zh-CN' : 'en' },
        seal(county, ctx.language));
}

/** A button that sends one intent. `escape` marks the one that Esc presses. */
export function action(ctx, kind, name, words, intent, values, escape = false) {
    return h('button', {
        class: 'button button-' + kind, type: 'button', 'data-key': intent,
        'data-escape': escape, onclick: () => ctx.send(intent, values),
    }, icon(name), h('span', {}, words));
}

export function cancelButton(ctx) {
    return action(ctx, 'quiet', 'x', ctx.t('cancel'), 'cancel', {}, true);
}

/** The strip that says what is being bought and for how much. */
export function summary(ctx) {
    const { view, pick, t } = ctx;
    if (view.lines) {
        return ofSeveral(ctx);
    }
    return h('div', { class: 'summary' },
        picture(view.good),
        h('div', { class: 'summary-words' },
            h('p', { class: 'summary-name' }, pick(view.good.name)),
            h('p', { class: 'summary-note' }, t('slot', { slot: view.good.slot }))),
        h('p', { class: 'amount' }, money(view.amountFen ?? view.good.priceFen)));
}

/** The items of a sale side by side; the one whose turn it is stands out, what is out is ticked. */
function ofSeveral(ctx) {
    const { view, pick, t } = ctx;
    const now = view.lines.findIndex((line) => line.state === 'now');
    const ofOne = view.kind === 'card' || view.kind === 'dispensing';
    return h('div', { class: 'summary summary-several' },
        h('ul', { class: 'summary-items' },
            view.lines.map((line) => h('li', { class: 'summary-item item-' + line.state },
                picture(line.good), MARKS[line.state] && icon(MARKS[line.state])))),
        h('div', { class: 'summary-words' },
            h('p', { class: 'summary-name' }, ofOne && now >= 0
                ? pick(view.lines[now].good.name)
                : t('basket.title')),
            h('p', { class: 'summary-note' }, ofOne && now >= 0
                ? t('itemOf', { n: now + 1, of: view.lines.length })
                : t('items', { n: view.lines.length }))),
        h('p', { class: 'amount' }, money(view.amountFen)));
}

export const MARKS = {
    taken: 'check', returned: 'undo-2', 'on-its-way': 'undo-2', case: 'triangle-alert',
    'not-bought': 'x',
};

export function receipt(ctx, large = false) {
    return h('div', { class: large ? 'receipt receipt-large' : 'receipt' },
        icon('receipt-text'),
        h('div', {},
            h('p', { class: 'receipt-label' }, ctx.t('receipt')),
            h('p', { class: 'receipt-code' }, code(ctx.view.receiptCode)),
            h('p', { class: 'receipt-keep' }, ctx.t('receiptKeep'))));
}

/** A QR code from the agent's path, inside its quiet zone. */
export function qrCode(path, modules, label) {
    const edge = modules + 2 * QUIET_MODULES;
    return s('svg', {
        class: 'qr-code', role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges',
        viewBox: [-QUIET_MODULES, -QUIET_MODULES, edge, edge].join(' '),
    },
    s('rect', { x: -QUIET_MODULES, y: -QUIET_MODULES, width: edge, height: edge, fill: '#FFFFFF' }),
    s('path', { d: path, fill: '#000000' }));
}

/** The time left, as a ring that runs by CSS and a number for who reads it. */
export function ring(ctx) {
    const { remainingMillis, totalMillis } = ctx.view;
    if (remainingMillis === undefined || !totalMillis) {
        return null;
    }
    const past = performance.now() - ctx.receivedAt;
    const left = Math.max(remainingMillis - past, 0);
    const number = h('span', { class: 'ring-number' }, seconds(left));
    const element = h('div', {
        class: 'ring', role: 'timer',
        'aria-label': ctx.t('secondsLeft', { n: seconds(left) }),
        '--total': totalMillis + 'ms', '--past': (left - totalMillis) + 'ms',
    },
    s('svg', { viewBox: '0 0 100 100', 'aria-hidden': 'true' },
        s('circle', { class: 'ring-track', cx: 50, cy: 50, r: 44 }),
        s('circle', { class: 'ring-left', cx: 50, cy: 50, r: 44, pathLength: 100 })), number);
    count(number, performance.now() + left);
    return element;
}

function seconds(millis) {
    return String(Math.ceil(millis / 1000));
}

function count(number, endsAt) {
    const timer = setInterval(() => {
        if (!number.isConnected) {
            clearInterval(timer);
            return;
        }
        number.textContent = seconds(Math.max(endsAt - performance.now(), 0));
    }, 250);
}

/** A screen of one message: title, what to do, and a picture of what is happening. */
export function stage(ctx, { tone, title, more, figure, foot }) {
    return h('section', { class: 'stage stage-' + (tone ?? 'calm') },
        h('div', { class: 'stage-words' },
            h('h1', {}, title),
            more && h('p', { class: 'stage-more' }, more)),
        h('div', { class: 'stage-figure' }, figure),
        h('div', { class: 'stage-foot' }, foot));
}
