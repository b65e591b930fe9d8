// What a technician came for: how the devices stand, what the cold chain locks, which slots are off.

import { h, icon } from '../dom.js';
import { moment } from '../format.js';
import { picture, ring } from '../parts.js';


export const service = { draw, say: (ctx) => ctx.t('service.title') };

function draw(ctx) {
    const { view, t } = ctx;
    const nothing = view.locks.length === 0 && view.slots.length === 0;
    return h('section', { class: 'service' },
        h('div', { class: 'service-head' },
            h('div', {},
                h('p', { class: 'service-kicker' }, t('service.closed')),
                h('h1', {}, t('service.title'))),
            ring(ctx)),
        h('div', { class: 'service-body', 'data-scroll': true },
            h('ul', { class: 'devices' }, view.devices.map((one) => device(ctx, one))),
            h('ul', { class: 'jobs' },
                view.locks.map((lock) => h('li', { class: 'job job-lock' }, ofLock(ctx, lock))),
                view.slots.map((slot) => h('li', { class: 'job' }, ofSlot(ctx, slot))),
                nothing && h('li', { class: 'job job-none' },
                    icon('circle-check'), h('p', {}, t('service.nothing'))))),
        h('div', { class: 'actions' },
            h('button', {
                class: 'button button-main', type: 'button', 'data-key': 'sign-out',
                'data-escape': true, onclick: () => ctx.send('sign-out'),
            }, icon('check'), h('span', {}, t('service.out')))));
}

function device({ t }, { device: name, well, state, airTenths }) {
    const air = airTenths === undefined ? '' : ' ' + degrees(airTenths);
    return h('li', { class: 'device device-' + name + (well ? '' : ' device-ill') },
        icon(well ? 'circle-check' : 'triangle-alert'),
        h('span', { class: 'device-name' }, t('device.' + name)),
        h('strong', {}, t('state.' + state) + air));
}

function degrees(tenths) {
    const sign = tenths < 0 ? '−' : '';
    return sign + Math.trunc(Math.abs(tenths) / 10) + '.' + Math.abs(tenths) % 10 + ' °C';
}

function ofLock(ctx, lock) {
    const { t } = ctx;
    const { compartment } = lock;
    return [
        h('div', { class: 'job-head' },
            h('span', { class: 'job-figure' }, icon('thermometer-sun')),
            h('div', {},
                h('p', { class: 'job-name' }, t('lock.title', { compartment })),
                h('p', { class: 'job-why' }, t('lock.' + lock.reason, {}, 'lock.other')),
                since(ctx, lock))),
        h('ul', { class: 'lots' }, lock.lots.map((lot) => ofLot(ctx, lot))),
        lock.canLift
            ? h('div', { class: 'job-actions' },
                confirmed(ctx, compartment, 'restocked'), confirmed(ctx, compartment, 'disposed'))
            : h('p', { class: 'job-not' }, icon('info'), h('span', {}, t('lock.notWatched'))),
    ];
}

function ofLot({ t, pick }, { good, quantity }) {
    return h('li', {},
        h('strong', {}, pick(good.name)),
        h('span', {}, t('slot', { slot: good.slot })),
        h('span', {}, t('lot') + ' ' + good.lot),
        h('span', {}, t('items', { n: quantity })));
}

/** Food safety hangs on it, so it is pressed twice. */
function confirmed(ctx, compartment, goods) {
    const key = 'lift-' + goods + '-' + compartment;
    const armed = ctx.local.armed === key;
    return h('button', {
        class: armed ? 'button button-main' : 'button button-quiet', type: 'button',
        'data-key': key,
        onclick: () => (armed ? ctx.send('lift', { compartment, goods }) : ctx.change({ armed: key })),
    }, h('span', {}, ctx.t(armed ? 'lift.' + goods + '.sure' : 'lift.' + goods)));
}

function ofSlot(ctx, { slot, good, reason, since: at }) {
    const { t, pick } = ctx;
    return [
        h('div', { class: 'job-head' },
            good ? picture(good) : h('span', { class: 'job-figure' }, icon('package')),
            h('div', {},
                h('p', { class: 'job-name' }, t('slotOff.title', { slot })),
                h('p', {}, good ? pick(good.name) : ''),
                h('p', { class: 'job-why' }, t('slotOff.' + reason, {}, 'slotOff.other')),
                since(ctx, { since: at })),
            h('button', {
                class: 'button button-quiet', type: 'button', 'data-key': 'mended-' + slot,
                onclick: () => ctx.send('mended', { slot }),
            }, icon('wrench'), h('span', {}, t('slotOff.mended')))),
    ];
}

function since({ t, language }, { since: at }) {
    return at && h('p', { class: 'job-since' }, t('since', { at: moment(at, language) }));
}
