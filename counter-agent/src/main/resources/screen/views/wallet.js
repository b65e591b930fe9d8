// Paying with a phone: the payment code, drawn from the agent's path inside its quiet zone.

import { h, icon } from '../dom.js';
import { cancelButton, qrCode, receipt, ring, stage, summary } from '../parts.js';

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
