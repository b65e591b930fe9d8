// The few lines of DOM building that every view shares.

const SVG = 'http://www.w3.org/2000/svg';

export function h(tag, props, ...children) {
    return fill(document.createElement(tag), props, children);
}

export function s(tag, props, ...children) {
    return fill(document.createElementNS(SVG, tag), props, children);
}

export function icon(name) {
    return s('svg', { class: 'icon', 'aria-hidden': 'true' },
        s('use', { href: 'icons/sprite.svg#' + name }));
}

function fill(element, props, children) {
    for (const [name, value] of Object.entries(props ?? {})) {
        set(element, name, value);
    }
    element.append(...children.flat().filter((child) => child || child === 0));
    return element;
}

function set(element, name, value) {
    if (value === undefined || value === null || value === false) {
        return;
    }
    if (name.startsWith('on')) {
        element.addEventListener(name.slice(2), value);
    } else if (name.startsWith('--')) {
        element.style.setProperty(name, value);
    } else {
        element.setAttribute(name, value === true ? '' : value);
    }
}
