// What only this browser knows: language, contrast, lowered controls, category, the shape of the
// shelf, idleness.
// All of it goes back to the beginning when one shopper has left and another may come.

const IDLE_MILLIS = 45_000;
const GONE_MILLIS = 10_000;

const BEGINNING = { language: 'zh', contrast: false, lowered: false, category: null };

export function createLocal(redraw) {
    const local = { ...BEGINNING, attract: false, shelf: { rows: 6, columns: 5 } };
    let touchedAt = performance.now();
    let fresh = false;
    let timer = 0;

    function apply() {
        const root = document.documentElement;
        root.lang = local.language === 'zh' ? 'zh-CN' : 'en';
        root.dataset.contrast = local.contrast ? 'high' : 'normal';
        root.dataset.lowered = local.lowered ? 'yes' : 'no';
    }

    function change(values) {
        Object.assign(local, values);
        apply();
        redraw();
    }

    function waitForIdle() {
        clearTimeout(timer);
        if (fresh) {
            const left = IDLE_MILLIS - (performance.now() - touchedAt);
            timer = setTimeout(() => change({ ...BEGINNING, attract: true }), Math.max(left, 0));
        }
    }

    function touched() {
        touchedAt = performance.now();
        waitForIdle();
    }

    function seen(view) {
        const started = view.fresh && !fresh;
        if (started && performance.now() - touchedAt > GONE_MILLIS) {
            Object.assign(local, BEGINNING);
        }
        fresh = view.fresh === true && view.kind === 'browse';
        local.attract = local.attract && fresh;
        if (view.kind === 'browse') {
            rememberShelf(local.shelf, view.goods);
        }
        apply();
        if (!local.attract) {
            waitForIdle();
        }
    }

    document.addEventListener('pointerdown', touched, true);
    document.addEventListener('keydown', touched, true);
    apply();
    return { local, change, seen };
}

function rememberShelf(shelf, goods) {
    if (goods.length > 0) {
        shelf.rows = Math.max(...goods.map((good) => good.row));
        shelf.columns = Math.max(...goods.map((good) => good.column));
    }
}
