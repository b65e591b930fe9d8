// Coming out: the shelf as it stands, and the item on its way from its place down to the flap.

import { h, s } from '../dom.js';
import { receipt, stage, summary } from '../parts.js';

const CELL = 100;
const FLAP = 150;

export const dispensing = {
    draw,
    say: (ctx) => ctx.t('dispensing.title') + ' ' + ctx.t('dispensing.do', { row: ctx.view.row }),
};

function draw(ctx) {
    const { view, t } = ctx;
    return stage(ctx, {
        tone: 'good',
        title: t('dispensing.title'),
        more: t('dispensing.do', { row: view.row }),
        figure: [summary(ctx), shelf(ctx)],
        foot: [receipt(ctx)],
    });
}

function shelf(ctx) {
    const { view, local } = ctx;
    const rows = Math.max(local.shelf.rows, view.row);
    const columns = Math.max(local.shelf.columns, view.column);
    const width = columns * CELL;
    const height = rows * CELL;
    const from = { x: (view.column - 0.5) * CELL, y: (view.row - 0.5) * CELL };
    const to = { x: width / 2, y: height + FLAP / 2 + 12 };
    const way = ['M', from.x, from.y + 40, 'L', from.x, height - 10, 'L', to.x, to.y];
    return s('svg', {
        class: 'machine', 'aria-hidden': 'true',
        viewBox: [-24, -24, width + 48, height + FLAP + 48].join(' '),
    },
    panel('machine-body', 20, width, height + FLAP),
    panel('machine-glass', 4, width, height),
    cells(rows, columns, view),
    flap(ctx, width, height),
    s('path', { class: 'machine-way', d: way.join(' ') }),
    item(view.good, from, to, height));
}

function panel(kind, border, width, height) {
    return s('rect', {
        class: kind, x: -border, y: -border, rx: border + 8,
        width: width + 2 * border, height: height + 2 * border,
    });
}

function cells(rows, columns, view) {
    const all = [];
    for (let row = 1; row <= rows; row += 1) {
        for (let column = 1; column <= columns; column += 1) {
            const here = row === view.row && column === view.column;
            all.push(s('rect', {
                class: here ? 'cell cell-here' : 'cell', rx: 10,
                x: (column - 1) * CELL + 8, y: (row - 1) * CELL + 8,
                width: CELL - 16, height: CELL - 22,
            }));
        }
        const rail = 'M0 ' + (row * CELL - 6) + 'h' + columns * CELL;
        all.push(s('path', { class: 'machine-rail', d: rail }));
    }
    return all;
}

function flap(ctx, width, height) {
    const middle = width / 2;
    return s('g', {},
        s('rect', {
            class: 'machine-flap', rx: 14,
            x: middle - 130, y: height + 24, width: 260, height: FLAP - 30,
        }),
        s('text', {
            class: 'machine-word', x: middle, y: height + FLAP - 20, 'text-anchor': 'middle',
        }, ctx.t('dispensing.flap')));
}

function item(good, from, to, height) {
    return s('g', {
        class: 'travel',
        '--from-x': from.x + 'px', '--from-y': from.y + 'px',
        '--to-x': to.x + 'px', '--to-y': (to.y - 14) + 'px',
        '--edge-y': (height - 60) + 'px',
    },
    s('circle', { class: 'travel-back', r: 46 }),
    s('image', {
        href: '/pictures/' + good.picture,
        x: -42, y: -42, width: 84, height: 84, 'clip-path': 'circle(42px)',
    }));
}
