// A long touch on a mark that nobody would hold by chance: how a technician asks for the keypad.

const HOLD_MILLIS = 2500;
const STRAY_PIXELS = 40;
const CLICK_MILLIS = 100;

export function listenToHolds(onHold) {
    let timer = 0;
    let from = null;
    let swallow = false;

    function end() {
        clearTimeout(timer);
        from = null;
    }

    document.addEventListener('pointerdown', (event) => {
        end();
        swallow = false;
        if (event.target.closest?.('[data-hold]')) {
            from = { x: event.clientX, y: event.clientY };
            timer = setTimeout(() => { swallow = true; end(); onHold(); }, HOLD_MILLIS);
        }
    }, true);
    document.addEventListener('pointermove', (event) => {
        if (from && Math.hypot(event.clientX - from.x, event.clientY - from.y) > STRAY_PIXELS) {
            end();
        }
    }, true);
    // The click of this finger follows at once, or never; a key pressed later is no part of it.
    function lift() {
        end();
        setTimeout(() => { swallow = false; }, CLICK_MILLIS);
    }

    document.addEventListener('pointerup', lift, true);
    document.addEventListener('pointercancel', lift, true);
    document.addEventListener('contextmenu', (event) => event.preventDefault());
    // What was held is not also pressed.
    document.addEventListener('click', (event) => {
        if (swallow) {
            swallow = false;
            event.preventDefault();
            event.stopPropagation();
        }
    }, true);
}
