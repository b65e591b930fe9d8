package org.assistcounter.fleet.wallets.bill;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.assistcounter.fleet.wallets.BillAnswer.Fault;
import org.assistcounter.fleet.wallets.BillLine;
import org.assistcounter.fleet.wallets.BillRefused;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * Reads a bill line by line, at the pace of whoever takes the lines. What a character set cannot
 * express is replaced, since names of goods are cut anywhere; where it counts the form refuses it.
 */
public final class BillText implements Iterator<BillLine>, Closeable {
    private static final int LINE_MAX = 16_384;

    private final BufferedReader reader;
    private final BillForm form;
    private @Nullable BillLine next;
    private boolean isEnded;

    /** Closing it closes the bytes. What cannot be read is an {@link UncheckedIOException}. */
    public BillText(InputStream bytes, Charset charset, BillForm form) {
        this.reader = new BufferedReader(new InputStreamReader(bytes, charset));
        this.form = form;
    }

    /** The lines of a file; it is opened when they are asked for and closed after the last. */
    public static Flux<BillLine> lines(
            Callable<InputStream> opened, Charset charset, Callable<? extends BillForm> form) {
        return Flux.using(
                        () -> new BillText(opened.call(), charset, form.call()),
                        text -> Flux.fromIterable(() -> text),
                        BillText::closeQuietly)
                .onErrorMap(UncheckedIOException.class, BillText::damaged)
                .onErrorMap(IOException.class, BillText::damaged)
                .subscribeOn(Schedulers.boundedElastic());
    }

    /** A file that cannot be unpacked is told as a bill that is damaged. */
    static BillRefused damaged(Throwable failure) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        return new BillRefused(
                Fault.DAMAGED, "it cannot be read: " + cause.getClass().getSimpleName());
    }

    @Override
    public boolean hasNext() {
        while (next == null && !isEnded) {
            String text = line();
            if (text == null) {
                form.end();
                isEnded = true;
            } else {
                Optional<BillLine> read = form.read(text);
                next = read.orElse(null);
            }
        }
        return next != null;
    }

    @Override
    public BillLine next() {
        BillLine line = hasNext() ? next : null;
        if (line == null) {
            throw new NoSuchElementException();
        }
        next = null;
        return line;
    }

    /** Without its end; null after the last. */
    private @Nullable String line() {
        try {
            StringBuilder text = new StringBuilder();
            int read = reader.read();
            boolean isLast = read < 0;
            while (read >= 0 && read != '\n') {
                if (text.length() == LINE_MAX) {
                    throw new BillRefused(Fault.TOO_LARGE, "a line is longer than any is");
                }
                text.append((char) read);
                read = reader.read();
            }
            return isLast ? null : text.toString().stripTrailing();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }

    private static void closeQuietly(BillText text) {
        try {
            text.close();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
