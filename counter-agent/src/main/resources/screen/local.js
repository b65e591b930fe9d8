// What only this browser knows: language, contrast, lowered controls, category, the shape of the
// shelf, whether help is open, idleness.
// All of it goes back to the beginning when one shopper has left and another may come.

const IDLE_MILLIS = 45_000;
const GONE_MILLIS = 10_000;

const BEGINNING = {
    language: 'zh', contrast: false, lowered: false, category: null, typed: '', armed: '', help: false,
};

/** `values` is what the views read; `change` is how they write it. */
export class Local {
    values = { ...BEGINNING, attract: false, shelf: { rows: 6, columns: 5 } };
    #redraw;
    #touchedAt = performance.now();
    #fresh = false;
    #kind = '';
    #timer = 0;

    constructor(redraw) {
        this.#redraw = redraw;
        document.addEventListener('pointerdown', () => this.#touched(), true);
        document.addEventListener('keydown', () => this.#touched(), true);
        apply(this.values);
    }

    change(values) {
        Object.assign(this.values, values);
        apply(this.values);
        this.#redraw();
        this.#waitForIdle();
    }

    seen(view) {
        const gone = performance.now() - this.#touchedAt > GONE_MILLIS;
        if (view.fresh && !this.#fresh && gone) {
            Object.assign(this.values, BEGINNING);
        }
        this.#fresh = view.fresh === true && view.kind === 'browse';
        if (view.kind !== this.#kind) {
            this.#kind = view.kind;
            this.values.help = false;
        }
        this.values.attract = this.values.attract && this.#fresh;
        forgetTyped(this.values, view);
        if (view.kind === 'browse') {
            rememberShelf(this.values.shelf, view.goods);
        }
        apply(this.values);
        this.#waitForIdle();
    }

    #touched() {
        this.#touchedAt = performance.now();
        this.#waitForIdle();
    }

    #waitForIdle() {
        clearTimeout(this.#timer);
        if (this.#fresh && !this.values.attract) {
            const left = IDLE_MILLIS - (performance.now() - this.#touchedAt);
            this.#timer = setTimeout(() => this.change({ ...BEGINNING, attract: true }),
                Math.max(left, 0));
        }
    }
}

/** A code is kept only while it is typed, a button armed only while its page stands. */
function forgetTyped(values, view) {
    if (view.kind !== 'keypad' || view.phase === 'checking' || view.phase === 'paused') {
        values.typed = '';
    }
    if (view.kind !== 'service') {
        values.armed = '';
    }
}

function apply(values) {
    const root = document.documentElement;
    root.lang = values.language === 'zh' ? 'zh-CN' : 'en';
    root.dataset.contrast = values.contrast ? 'high' : 'normal';
    root.dataset.lowered = values.lowered ? 'yes' : 'no';
}

function rememberShelf(shelf, goods) {
    if (goods.length > 0) {
        shelf.rows = Math.max(...goods.map((good) => good.row));
        shelf.columns = Math.max(...goods.map((good) => good.column));
    }
}
