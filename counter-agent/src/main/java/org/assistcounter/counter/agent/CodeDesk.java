package org.assistcounter.counter.agent;

import java.io.IOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.service.CodeVerdict;
import org.assistcounter.counter.service.ServiceCode;

/**
 * Compares typed codes on a thread of its own, because a comparison takes half a second on purpose.
 * The core asks about one at a time.
 */
final class CodeDesk implements AutoCloseable {
    private final ServiceCodeFile kept;
    private final Consumer<Input> inputs;
    private final Consumer<Throwable> bugs;
    private final ExecutorService thread =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("code").factory());

    CodeDesk(ServiceCodeFile kept, Consumer<Input> inputs, Consumer<Throwable> bugs) {
        this.kept = kept;
        this.inputs = inputs;
        this.bugs = bugs;
    }

    void compare(long attempt, ServiceCode code) {
        thread.execute(() -> {
            try {
                inputs.accept(new Input.CodeCompared(attempt, verdict(code)));
            } catch (RuntimeException | Error e) {
                bugs.accept(e);
            }
        });
    }

    /** A file that cannot be read signs nobody in, and the journal tells. */
    private CodeVerdict verdict(ServiceCode code) {
        try {
            return kept.compare(code);
        } catch (IOException e) {
            inputs.accept(new Input.Refused("service", "code not readable", String.valueOf(e)));
            return CodeVerdict.NOT_SET;
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
