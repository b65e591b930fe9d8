// Nobody here: one origin story after another, one line of words, a touch anywhere returns.

import { h } from '../dom.js';
import { countySeal, picture } from '../parts.js';

const STORY_MILLIS = 9000;

let turn = 0;
let timer = 0;

export function drawAttract(place, ctx) {
    const goods = (ctx.view.goods ?? []).filter((good) => good.available);
    const shown = ctx.local.attract && goods.length > 0;
    clearTimeout(timer);
    place.hidden = !shown;
    if (shown) {
        tell(place, ctx, goods);
    } else {
        place.replaceChildren();
    }
}

function tell(place, ctx, goods) {
    const good = goods[turn % goods.length];
    const button = h('button', {
        class: 'attract', type: 'button', 'data-escape': true,
        onclick: () => ctx.change({ attract: false }),
    },
    picture(good),
    h('span', { class: 'attract-words' },
        h('span', { class: 'attract-name' }, countySeal(ctx, good.county), ctx.pick(good.name)),
        h('span', { class: 'attract-story' }, firstSentence(ctx.pick(good.story))),
        h('span', { class: 'attract-start' }, ctx.t('attract.start'),
            h('span', { class: 'attract-other', lang: 'en' }, ctx.t('attract.other')))));
    place.replaceChildren(button);
    button.focus({ preventScroll: true });
    timer = setTimeout(() => { turn += 1; tell(place, ctx, goods); }, STORY_MILLIS);
}

function firstSentence(story) {
    return story.split(/(?<=[。;])|(?<=[.;])\s/)[0];
}
