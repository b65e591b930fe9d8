package org.assistcounter.simulators.board;

/** What one selection holds, how often its motor turned, and how many goods fell from it. */
public record SelectionCount(int stock, long turns, long drops) {

    /** A selection nobody has loaded. */
    public static final SelectionCount EMPTY = new SelectionCount(0, 0, 0);

    SelectionCount loaded(int goods) {
        return new SelectionCount(goods, turns, drops);
    }

    SelectionCount turned() {
        return new SelectionCount(stock, turns + 1, drops);
    }

    SelectionCount dropped() {
        return new SelectionCount(stock - 1, turns, drops + 1);
    }
}
