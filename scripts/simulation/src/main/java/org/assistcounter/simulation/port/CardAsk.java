package org.assistcounter.simulation.port;

/** What a card reader is told, and whether the driver tells it again when it hears nothing. */
enum CardAsk {
    RESET(true),
    ENABLE(true),
    DISABLE(true),
    REQUEST(false),
    CANCEL(false),
    SUCCESS(true),
    FAILURE(false),
    COMPLETE(true);

    private final boolean isRepeated;

    CardAsk(boolean isRepeated) {
        this.isRepeated = isRepeated;
    }

    boolean isRepeated() {
        return isRepeated;
    }
}
