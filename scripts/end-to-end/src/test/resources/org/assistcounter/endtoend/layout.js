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
        ...texts.flatMap(faint), ...tooSmall(touchMin)];
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

// WCAG 2.2, 1.4.3: 4.5 to 1, and 3 to 1 for large words. What lies over a picture is left to the eye.
function faint({ element, words }) {
    if (element.closest('svg, :disabled, [aria-disabled="true"]')) return [];
    const behind = ground(element);
    if (!behind) return [];
    const style = getComputedStyle(element);
    const ink = over(rgba(style.color, opacity(element)), behind);
    const size = parseFloat(style.fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && parseInt(style.fontWeight, 10) >= 700);
    const ratio = contrast(ink, behind);
    return ratio < (isLarge ? 3 : 4.5) - 0.01
        ? [`is faint, ${ratio.toFixed(2)} to 1: “${words}”`] : [];
}

// The colour behind an element, or null where it is a picture.
function ground(element) {
    const layers = [];
    for (let outer = element; outer; outer = outer.parentElement) {
        const style = getComputedStyle(outer);
        if (style.backgroundImage !== 'none') return null;
        const layer = rgba(style.backgroundColor, 1);
        layers.push(layer);
        if (layer[3] === 1) break;
        if (style.position === 'absolute' && outer.parentElement.querySelector('img')) return null;
    }
    return layers.reverse().reduce((below, layer) => over(layer, below), [255, 255, 255, 1]);
}

function opacity(element) {
    let whole = 1;
    for (let outer = element; outer; outer = outer.parentElement) {
        whole *= parseFloat(getComputedStyle(outer).opacity);
    }
    return whole;
}

const palette = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });

function rgba(colour, opacityOfAll) {
    palette.clearRect(0, 0, 1, 1);
    palette.fillStyle = colour;
    palette.fillRect(0, 0, 1, 1);
    const [r, g, b, a] = palette.getImageData(0, 0, 1, 1).data;
    return [r, g, b, a / 255 * opacityOfAll];
}

function over(above, below) {
    const part = above[3];
    return [0, 1, 2].map((i) => above[i] * part + below[i] * (1 - part)).concat(1);
}

function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
}

function luminance([r, g, b]) {
    const [red, green, blue] = [r, g, b].map((value) => {
        const part = value / 255;
        return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
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
