// Draws the view the agent pushed, returns intents with that view's revision, decides nothing.

import { h } from './dom.js';
import { listenToHolds } from './hold.js';
import { Local } from './local.js';
import { listenToKeys } from './keys.js';
import { openLink } from './link.js';
import { text } from './words.js';
import { drawTools, drawTop } from './frame.js';
import { drawAttract } from './views/attract.js';
import { drawHelp } from './views/help.js';
import { basket } from './views/basket.js';
import { browse } from './views/browse.js';
import { card } from './views/card.js';
import { closed } from './views/closed.js';
import { dispensing } from './views/dispensing.js';
import { keypad } from './views/keypad.js';
import { pay } from './views/pay.js';
import { product } from './views/product.js';
import { refund } from './views/refund.js';
import { service } from './views/service.js';
import { summary } from './views/summary.js';
import { taken } from './views/taken.js';
import { unpaid } from './views/unpaid.js';
import { wallet } from './views/wallet.js';

const VIEWS = {
    basket, browse, card, closed, dispensing, keypad, pay, product, refund, service, summary, taken,
    unpaid, wallet,
};
const TOAST_MILLIS = 3000;
const ANSWER_MILLIS = 1500;

const part = (id) => document.getElementById(id);

let view = null;
let receivedAt = 0;
let sent = { revision: -1, at: 0 };
let drawnKind = '';
let toastTimer = 0;

const browser = new Local(draw);
const sendFrame = openLink(receive, () => showAway(true));
listenToKeys(askForService);
listenToHolds(askForService);

function receive(frame) {
    showAway(false);
    if (frame.refused) {
        sent = { revision: -1, at: 0 };
        toast(frame.refused);
        return;
    }
    view = frame;
    receivedAt = performance.now();
    browser.seen(view);
    draw();
}

/** The counter knows whether a technician may come now; mostly nothing happens. */
function askForService() {
    if (view) {
        send('service');
    }
}

/** One intent for each revision, so that an impatient second tap is not a second wish. */
function send(intent, values = {}) {
    const now = performance.now();
    if (sent.revision === view.revision && now - sent.at < ANSWER_MILLIS) {
        return;
    }
    sent = { revision: view.revision, at: now };
    sendFrame({ revision: view.revision, intent, ...values });
}

function context() {
    const local = browser.values;
    return {
        view, local, send, receivedAt,
        change: (values) => browser.change(values),
        language: local.language,
        pick: (pair) => pair[local.language] ?? pair.zh,
        t: (key, values, fallback) => text(local.language, key, values, fallback),
    };
}

function draw() {
    const ctx = context();
    document.title = ctx.t('brand');
    if (!view) {
        showAway(true);
        return;
    }
    const drawn = VIEWS[view.kind];
    if (!drawn) {
        return;
    }
    const place = remember();
    part('top').replaceChildren(...drawTop(ctx));
    part('tools').replaceChildren(...drawTools(ctx));
    part('view').replaceChildren(drawn.draw(ctx));
    part('view').dataset.kind = view.kind;
    part('view').classList.toggle('arrives', drawnKind !== view.kind);
    drawAttract(part('attract'), ctx);
    drawHelp(part('help'), ctx);
    part('app').inert = !part('attract').hidden || !part('help').hidden;
    announce(drawn.say(ctx));
    restore(place);
    drawnKind = view.kind;
}

function remember() {
    return {
        key: document.activeElement?.dataset?.key,
        scroll: document.querySelector('[data-scroll]')?.scrollTop ?? 0,
        kind: drawnKind,
    };
}

function restore(place) {
    if (place.kind === view.kind) {
        const scrolled = document.querySelector('[data-scroll]');
        if (scrolled) {
            scrolled.scrollTop = place.scroll;
        }
        document.querySelector('[data-key="' + place.key + '"]')?.focus({ preventScroll: true });
    } else {
        part('view').focus({ preventScroll: true });
    }
}

function announce(sentence) {
    if (part('status').textContent !== sentence) {
        part('status').textContent = sentence;
    }
}

function toast(reason) {
    const { t } = context();
    part('toast').replaceChildren(h('span', {}, t('refused.' + reason, {}, 'refused.other')));
    part('toast').hidden = false;
    clearTimeout(toastTimer);
    toastTimer = setTimeout(() => { part('toast').hidden = true; }, TOAST_MILLIS);
}

function showAway(away) {
    const { t } = context();
    if (away) {
        part('away').replaceChildren(
            h('div', { class: 'away-card' },
                h('span', { class: 'breath', 'aria-hidden': 'true' }),
                h('h1', {}, t('reconnecting')),
                h('p', {}, t('reconnectingMore'))));
    }
    part('away').hidden = !away;
    part('app').inert = away;
}
