package org.assistcounter.verifier;

import java.io.IOException;
import java.io.PrintStream;
import java.util.function.Consumer;

/** One line of JSON, printed while it is made: a long result is never in memory as a whole. */
final class JsonLine {
    private final PrintStream out;

    JsonLine(PrintStream out) {
        this.out = out;
    }

    JsonLine add(String text) {
        out.print(text);
        return this;
    }

    /** Prints all members between square brackets. */
    JsonLine array(Members members) throws IOException {
        out.print('[');
        members.each(new Separated(out));
        out.print(']');
        return this;
    }

    void end() {
        out.println();
    }

    /** Hands on each member as text. */
    interface Members {
        void each(Consumer<String> taker) throws IOException;
    }

    private static final class Separated implements Consumer<String> {
        private final PrintStream out;
        private boolean isLater;

        Separated(PrintStream out) {
            this.out = out;
        }

        @Override
        public void accept(String member) {
            out.print(isLater ? "," + member : member);
            isLater = true;
        }
    }
}
