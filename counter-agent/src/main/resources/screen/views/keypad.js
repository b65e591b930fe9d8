// The service code: what is typed stays here until it is whole, and is forgotten once it is sent.

import { h, icon } from '../dom.js';
import { cancelButton, ring } from '../parts.js';

const DIGITS = ['1', '2', '3', '4', '5', '6', '7', '8', '9'];
const LENGTH_MIN = 6;
const LENGTH_MAX = 8;
const FIGURES = { wrong: 'triangle-alert', paused: 'clock', unset: 'info', checking: 'clock' };

export const keypad = { draw, say: (ctx) => title(ctx) };

function title({ view, t }) {
    return t('keypad.' + view.phase, {}, 'keypad.enter');
}

function draw(ctx) {
    const { view, t, local } = ctx;
    const shut = view.phase === 'checking' || view.phase === 'paused';
    return h('section', { class: 'keypad keypad-' + view.phase },
        h('div', { class: 'keypad-words' },
            h('span', { class: 'keypad-figure' }, icon(FIGURES[view.phase] ?? 'wrench')),
            h('h1', {}, title(ctx)),
            h('p', {}, t('keypad.' + view.phase + '.more',
                { n: view.phase === 'paused' ? view.pauseMinutes : view.left }, 'keypad.enter.more')),
            h('p', { class: 'dots', role: 'img', 'aria-label': t('keypad.typed', { n: local.typed.length }) },
                Array.from({ length: LENGTH_MAX }, (_, place) => h('span', {
                    class: place < local.typed.length ? 'dot dot-full'
                        : place < LENGTH_MIN ? 'dot' : 'dot dot-more',
                })))),
        h('div', { class: 'keys', role: 'group', 'aria-label': t('keypad.enter') },
            DIGITS.map((digit) => key(ctx, digit, shut)),
            h('button', {
                class: 'key key-erase', type: 'button', 'data-key': 'erase', disabled: shut,
                'aria-label': t('keypad.erase'),
                onclick: () => ctx.change({ typed: local.typed.slice(0, -1) }),
            }, icon('undo-2')),
            key(ctx, '0', shut),
            h('button', {
                class: 'key key-enter', type: 'button', 'data-key': 'code', 'data-enter': true,
                disabled: shut || local.typed.length < LENGTH_MIN, 'aria-label': t('keypad.ok'),
                onclick: () => ctx.send('code', { digits: local.typed }),
            }, icon('check'))),
        h('div', { class: 'actions' },
            view.phase === 'checking' ? waiting() : cancelButton(ctx), ring(ctx)));
}

function waiting() {
    return h('span', { class: 'breath', 'aria-hidden': 'true' });
}

function key(ctx, digit, shut) {
    return h('button', {
        class: 'key', type: 'button', 'data-key': 'digit-' + digit, 'data-digit': digit,
        disabled: shut,
        onclick: () => ctx.change({ typed: (ctx.local.typed + digit).slice(0, LENGTH_MAX) }),
    }, digit);
}
