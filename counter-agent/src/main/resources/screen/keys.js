// The screen by keyboard: arrows go to the nearest control in that direction, Esc goes back. Digits
// and Backspace work the keypad; Ctrl+Alt+S asks for it.

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export function listenToKeys(onService) {
    document.addEventListener('keydown', (event) => {
        if (event.ctrlKey && event.altKey && event.code === 'KeyS') {
            event.preventDefault();
            onService();
            return;
        }
        if (/^[0-9]$/.test(event.key)) {
            type('[data-digit="' + event.key + '"]');
        } else if (event.key === 'Backspace') {
            type('[data-key="erase"]');
        }
        const direction = DIRECTIONS[event.key];
        if (direction) {
            event.preventDefault();
            move(direction);
        } else if (event.key === 'Escape') {
            usable('[data-escape]')[0]?.click();
        }
    });
}

/** Enter is then for the whole code and not for the key that was touched last. */
function type(selector) {
    document.querySelector(selector)?.click();
    document.querySelector('[data-enter]')?.focus();
}

/** What is seen and not covered by a story or by help. */
function usable(selector) {
    return [...document.querySelectorAll(selector)]
        .filter((control) => control.checkVisibility() && !control.closest('[inert]'));
}

function move(direction) {
    const controls = usable('button:not(:disabled), a[href]');
    const from = controls.includes(document.activeElement) ? document.activeElement : null;
    const next = from ? nearest(from, controls, direction) : first(controls);
    next?.focus();
    next?.scrollIntoView({ block: 'nearest' });
}

function first(controls) {
    return controls.find((control) => control.closest('#view')) ?? controls[0];
}

function nearest(from, controls, [dx, dy]) {
    const start = middle(from);
    let best = null;
    let bestDistance = Infinity;
    for (const control of controls) {
        const { x, y } = middle(control);
        const along = (x - start.x) * dx + (y - start.y) * dy;
        const across = Math.abs((x - start.x) * dy) + Math.abs((y - start.y) * dx);
        const distance = along + across * 2.5;
        if (control !== from && along > 4 && distance < bestDistance) {
            best = control;
            bestDistance = distance;
        }
    }
    return best;
}

function middle(control) {
    const box = control.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
}
