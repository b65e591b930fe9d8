// Judges a page as it is drawn. Every fault is one sentence; an empty list is a good page.

const SHORT_MS = 1_000;
const STOPPED_AT = 0.4;
const SLACK = 2;

async function settle() {
    for (const moving of document.getAnimations()) {
        const time = moving.effect.getComputedTiming();
        if (time.iterations === Infinity) {
            moving.pause();
            moving.currentTime = time.duration * STOPPED_AT;
        } else if (time.endTime < SHORT_MS) {
            moving.finish();
        }
    }
    await Promise.all([...document.images].map((image) => image.decode().catch(() => {})));
}

function faults(touchMin) {
    const texts = drawnTexts();
    return [...beyond(), ...texts.flatMap(cutOff), ...overlaps(texts), ...texts.flatMap(covered),
        ...tooSmall(touchMin)];
}

function isSeen(element) {
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true })
        && !element.closest('.unseen, .skip, [aria-hidden="true"]');
}

// Each run of words with the box it fills on the screen.
function drawnTexts() {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
        const node = walker.currentNode;
        const element = node.parentElement;
        if (node.textContent.trim() && isSeen(element)) {
            texts.push(...linesOf(node, element).filter(({ box }) =>
                box.width > 0 && !isScrolledAway(box, element)));
        }
    }
    return texts;
}

function linesOf(node, element) {
    const range = document.createRange();
    range.selectNodeContents(node);
    const words = node.textContent.trim();
    return [...range.getClientRects()].map((line) => ({ element, words, box: inked(line, element) }));
}

function isScrolledAway(box, element) {
    for (let outer = element; outer; outer = outer.parentElement) {
        const style = getComputedStyle(outer);
        const frame = outer.getBoundingClientRect();
        if (/auto|scroll/.test(style.overflowY) && box.bottom > frame.bottom) return true;
        if (/auto|scroll/.test(style.overflowX) && box.right > frame.right) return true;
    }
    return false;
}

// A line's box is higher than its letters.
function inked(box, element) {
    const air = parseFloat(getComputedStyle(element).fontSize) * 0.25;
    return new DOMRect(box.x, box.y + air, box.width, Math.max(box.height - 2 * air, 1));
}

function beyond() {
    const root = document.documentElement;
    return root.scrollWidth > root.clientWidth
        ? [`is ${root.scrollWidth - root.clientWidth} px wider than the screen`] : [];
}

function cutOff({ element, box, words }) {
    let wide = true;
    let high = true;
    for (let outer = element; outer; outer = outer.parentElement) {
        const style = getComputedStyle(outer);
        const frame = outer.getBoundingClientRect();
        if (/auto|scroll/.test(style.overflowX)) wide = false;
        if (/auto|scroll/.test(style.overflowY)) high = false;
        const isClipping = /hidden|clip/.test(style.overflow) && outer !== document.body;
        const isFramed = outer.matches('button, .button, .note, .slot, td, th, li');
        const sideways = box.left < frame.left - SLACK || box.right > frame.right + SLACK;
        const upright = box.top < frame.top - SLACK || box.bottom > frame.bottom + SLACK;
        if ((isClipping || isFramed) && ((wide && sideways) || (high && upright))) {
            return [`cuts off “${words}”`];
        }
    }
    const isOutside = wide && (box.left < -SLACK || box.right > innerWidth + SLACK);
    return isOutside ? [`has “${words}” outside`] : [];
}

function isAfloat(element) {
    for (let outer = element; outer; outer = outer.parentElement) {
        if (/fixed|absolute|sticky/.test(getComputedStyle(outer).position)) return true;
    }
    return false;
}

function overlaps(texts) {
    const grounded = texts.filter(({ element }) => !isAfloat(element));
    return grounded.flatMap((one, index) => grounded.slice(index + 1)
        .filter((other) => one.element !== other.element && meet(one.box, other.box))
        .map((other) => `draws “${one.words}” over “${other.words}”`));
}

// The last letter has to be as free as the others.
function covered({ element, box, words }) {
    const hit = document.elementFromPoint(box.right - SLACK, (box.top + box.bottom) / 2);
    const isFree = !hit || hit.contains(element) || element.contains(hit) || isAfloat(hit);
    return isFree || element.closest('[inert], :disabled') ? [] : [`covers “${words}”`];
}

function meet(one, other) {
    return Math.min(one.right, other.right) - Math.max(one.left, other.left) > SLACK
        && Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > SLACK;
}

function tooSmall(least) {
    return [...document.querySelectorAll('button:not(:disabled), a[href], input, select')]
        .filter((target) => isSeen(target) && !target.closest('[inert]'))
        .map((target) => ({ target, box: hitArea(target).getBoundingClientRect() }))
        .filter(({ box }) => box.width > 0 && Math.min(box.width, box.height) < least - 0.5)
        .map(({ target, box }) => `has a target of ${Math.round(box.width)} × `
            + `${Math.round(box.height)} px: “${target.textContent.trim()}”`);
}

// Whoever hits its label hits a box to tick.
function hitArea(target) {
    return target.matches('[type=radio], [type=checkbox]') ? target.closest('label') ?? target : target;
}
