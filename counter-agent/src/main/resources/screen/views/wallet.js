// Paying with a phone: the payment code, drawn from the agent's path inside its quiet zone.

import { h, icon, s } from '../dom.js';
import { cancelButton, receipt, ring, stage, summary } from '../parts.js';

const QUIET_MODULES = 4;

export const wallet = {
    draw,
    say: (ctx) => ctx.t('wallet.' + ctx.view.phase) + ' ' + what(ctx),
};

function draw(ctx) {
    const { view, t } = ctx;
    return stage(ctx, {
        title: t('wallet.' + view.phase),
        more: what(ctx),
        figure: [summary(ctx), view.phase === 'scan' ? scan(ctx) : waiting()],
        foot: [
            receipt(ctx),
            h('div', { class: 'actions' },
                view.phase !== 'cancelling' && cancelButton(ctx), ring(ctx)),
        ],
    });
}

function what({ view, t }) {
    return t('wallet.' + view.phase + '.do', { wallet: t('way.' + view.wallet) });
}

function waiting() {
    return h('div', { class: 'qr qr-waiting', 'aria-hidden': 'true' },
        h('span', { class: 'breath' }));
}

function scan(ctx) {
    const { view, t } = ctx;
    const code = qrCode(view.qrSvgPath, view.qrSize, t('wallet.scan'));
    if (!view.demonstration || !/^https?:/.test(view.qr ?? '')) {
        return h('div', { class: 'qr' }, code);
    }
    return h('a', {
        class: 'qr qr-link', href: view.qr, target: '_blank', rel: 'noopener', 'data-key': 'qr',
    }, code, h('span', { class: 'qr-words' }, icon('info'), t('wallet.demo')));
}

function qrCode(path, modules, label) {
    const edge = modules + 2 * QUIET_MODULES;
    return s('svg', {
        class: 'qr-code', role: 'img', 'aria-label': label, 'shape-rendering': 'crispEdges',
        viewBox: [-QUIET_MODULES, -QUIET_MODULES, edge, edge].join(' '),
    },
    s('rect', { x: -QUIET_MODULES, y: -QUIET_MODULES, width: edge, height: edge, fill: '#FFFFFF' }),
    s('path', { d: path, fill: '#000000' }));
}
