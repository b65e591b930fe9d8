package org.assistcounter.fleet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The whole server with its own database and broker on free ports and a new data directory, started
 * by the first test class that asks and stopped after the last.
 */
final class RunningServer implements BeforeAllCallback {

    /** So many questions about receipts are answered at once. */
    static final int RECEIPTS_AT_ONCE = 200;

    /** At more counters a change waits for a second person. */
    static final int ALONE_MAX = 2;

    private static final AtomicInteger NEXT_PORT =
            new AtomicInteger(ThreadLocalRandom.current().nextInt(15_000, 31_000));

    private static @Nullable Parts parts;

    /** The started server and where it listens. */
    record Parts(ConfigurableApplicationContext context, Path data, int http, int mqtt, int pg)
            implements AutoCloseable {

        <T> T bean(Class<T> type) {
            return context.getBean(type);
        }

        String origin() {
            return "http://localhost:" + http;
        }

        @Override
        public void close() {
            context.close();
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Parts running = parts();
        context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent("server", key -> running);
    }

    static synchronized Parts parts() {
        Parts known = parts;
        if (known == null) {
            known = start();
            parts = known;
        }
        return known;
    }

    /** None of those that the system gives to whoever connects, before the server has it. */
    static int freePort() {
        int port = NEXT_PORT.getAndIncrement();
        return isFree(port) ? port : freePort();
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port)) {
            return socket.isBound();
        } catch (BindException taken) {
            return false;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Path newDataDirectory() {
        try {
            return Files.createTempDirectory(Path.of("target").toAbsolutePath(), "data");
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static String[] settings(Path data, int http, int mqtt, int postgres) {
        return new String[] {
            "--assistcounter.data=" + data,
            "--assistcounter.http.port=" + http,
            "--assistcounter.mqtt.port=" + mqtt,
            "--assistcounter.database-port=" + postgres,
            "--assistcounter.demonstration=true",
            "--assistcounter.demonstration-registry=false",
            "--assistcounter.log.witnesses=" + FleetLogTest.WITNESS_KEY.text(),
            "--assistcounter.signatures.every=50ms",
            "--assistcounter.signatures.share=1",
            "--assistcounter.directives.alone-max=" + ALONE_MAX,
            // Tests ask from one address and do not wait long for more.
            "--assistcounter.receipts.at-once=" + RECEIPTS_AT_ONCE,
            "--assistcounter.receipts.pause=20ms"
        };
    }

    private static Parts start() {
        Path data = newDataDirectory();
        int http = freePort();
        int mqtt = freePort();
        int postgres = freePort();
        var application =
                new SpringApplication(
                        FleetServer.class, CollectedUplinks.class, ScriptedWallet.class);
        var context = application.run(settings(data, http, mqtt, postgres));
        return new Parts(context, data, http, mqtt, postgres);
    }
}
