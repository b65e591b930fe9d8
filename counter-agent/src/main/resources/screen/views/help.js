// Help over any of a shopper's pages: how to buy, where the money is, and how to complain.

import { h, icon } from '../dom.js';
import { qrCode, receipt } from '../parts.js';

const TOPICS = [['buy', 'package'], ['lost', 'hand-coins'], ['tell', 'receipt-text']];

let wasOpen = false;

export function drawHelp(place, ctx) {
    const open = ctx.local.help && Boolean(ctx.view.help);
    place.hidden = !open;
    place.replaceChildren(...(open ? [card(ctx)] : []));
    if (open && !wasOpen) {
        place.querySelector('[data-escape]').focus({ preventScroll: true });
    } else if (wasOpen && !open) {
        document.querySelector('[data-key="help"]')?.focus({ preventScroll: true });
    }
    wasOpen = open;
}

function card(ctx) {
    const { view, t, change } = ctx;
    return h('div', { class: 'help-card' },
        h('h1', { id: 'help-title' }, t('help.title')),
        h('div', { class: 'help-body' },
            h('ul', { class: 'help-topics' }, TOPICS.map(([topic, name]) => h('li', {},
                icon(name),
                h('div', {},
                    h('h2', {}, t('help.' + topic)),
                    h('p', {}, t('help.' + topic + '.do')))))),
            h('div', { class: 'help-code' },
                qrCode(view.help.qrSvgPath, view.help.qrSize, t('help.code')))),
        view.receiptCode && receipt(ctx),
        h('button', {
            class: 'button button-main', type: 'button', 'data-key': 'help-close',
            'data-escape': true, onclick: () => change({ help: false }),
        }, icon('check'), h('span', {}, t('help.close'))));
}
