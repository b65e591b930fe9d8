// What stands on every screen: whose counter this is above, the shopper's own switches below.

import { h, icon } from './dom.js';

export function drawTop(ctx) {
    const { view, t, pick } = ctx;
    return [
        h('div', { class: 'brand' },
            h('span', { class: 'mark', 'aria-hidden': 'true', 'data-hold': true }, '帮'),
            h('div', {},
                h('p', { class: 'brand-name' }, t('brand')),
                h('p', { class: 'brand-site' },
                    h('span', { class: 'brand-place' }, pick(view.counter.site)),
                    h('span', {}, view.counter.label)))),
        h('p', { class: 'brand-line', 'aria-hidden': 'true' }, t('brandLine')),
        h('div', { class: 'notes' },
            view.demonstration && note('info', t('demonstration'), 'demo'),
            view.online === false && note('wifi-off',
                t(view.kind === 'closed' ? 'offlineClosed' : 'offline'), 'offline')),
    ];
}

function note(name, words, kind) {
    return h('p', { class: 'note note-' + kind }, icon(name), h('span', {}, words));
}

/** A technician's pages are not a shopper's. */
const HELPS = (view) => view.help && view.kind !== 'keypad' && view.kind !== 'service';

export function drawTools(ctx) {
    const { local, change, t } = ctx;
    const lowered = local.lowered;
    return [
        HELPS(ctx.view) && tool('help', 'circle-help', t('help'),
            local.help, () => change({ help: !local.help })),
        tool('lower', lowered ? 'undo-2' : 'chevrons-down', t(lowered ? 'raise' : 'lower'),
            lowered, () => change({ lowered: !lowered })),
        tool('contrast', 'contrast', t('contrast'),
            local.contrast, () => change({ contrast: !local.contrast })),
        h('button', {
            class: 'tool tool-language', type: 'button', 'data-key': 'language', 'data-hold': true,
            'aria-label': t('languageLabel'), lang: local.language === 'zh' ? 'en' : 'zh-CN',
            onclick: () => change({ language: local.language === 'zh' ? 'en' : 'zh' }),
        }, icon('languages'), h('span', {}, t('language'))),
    ];
}

function tool(key, name, words, pressed, onclick) {
    return h('button', {
        class: 'tool tool-' + key, type: 'button', 'data-key': key,
        'aria-pressed': String(pressed), onclick,
    }, icon(name), h('span', {}, words));
}
