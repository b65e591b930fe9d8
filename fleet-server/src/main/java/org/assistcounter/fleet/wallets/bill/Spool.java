package org.assistcounter.fleet.wallets.bill;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Function;
import org.assistcounter.fleet.wallets.BillAnswer;
import org.assistcounter.fleet.wallets.BillRefused;
import org.assistcounter.fleet.wallets.BillSource.Bill;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Keeps a download on disk until it is proved and taken, so that no line is believed of a file that
 * turns out to be cut or wrong at its end.
 */
public final class Spool {
    private static final String ENDING = ".bill";

    private final Path directory;

    /** What a stopped server left there is thrown away: it was never proved. */
    public Spool(Path directory) {
        this.directory = directory;
        try (DirectoryStream<Path> left = Files.newDirectoryStream(directory, "*" + ENDING)) {
            for (Path file : left) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Brings a bill into a file and proves it; a refusal is thrown. */
    public interface Fetch {

        /** The bill that now lies in the file. */
        Bill into(Path file) throws IOException;
    }

    /** Fetches a bill, hands it over, and forgets the file. */
    public Mono<BillAnswer> use(Fetch fetch, Function<Bill, Mono<Void>> taken) {
        return Mono.using(
                        () -> Files.createTempFile(directory, "", ENDING),
                        file ->
                                Mono.fromCallable(() -> fetch.into(file))
                                        .flatMap(taken)
                                        .thenReturn(BillAnswer.class.cast(new BillAnswer.Taken())),
                        Spool::delete)
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(IOException.class, BillText::damaged)
                .onErrorResume(BillRefused.class, refused -> Mono.just(refused.answer()));
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Writes all bytes into the file, and tells their digest in lower-case hexadecimal digits. */
    public static String write(InputStream bytes, Path file, String algorithm) throws IOException {
        try (OutputStream target = Files.newOutputStream(file);
                DigestOutputStream digested =
                        new DigestOutputStream(target, MessageDigest.getInstance(algorithm))) {
            bytes.transferTo(digested);
            return HexFormat.of().formatHex(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
