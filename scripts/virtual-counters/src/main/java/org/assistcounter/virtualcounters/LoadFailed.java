package org.assistcounter.virtualcounters;

/** The run cannot go on, in words for whoever started it. */
final class LoadFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LoadFailed(String words) {
        super(words);
    }

    LoadFailed(String words, Throwable cause) {
        super(words, cause);
    }
}
