package org.assistcounter.virtualcounters;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Eclipse Mosquitto with a server's certificate, as it is installed on this machine. */
final class Mosquitto implements Endpoint {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/sbin/mosquitto"), Path.of("/usr/local/sbin/mosquitto"));
    private static final long START_SECONDS_MAX = 20;

    private final Process process;
    private final int port;

    private Mosquitto(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static boolean isInstalled() {
        return PLACES.stream().anyMatch(Files::isExecutable);
    }

    /**
     * Starts it with a server's keys and returns when it listens.
     *
     * @param folder for its configuration; a new one is made in it
     */
    static Mosquitto start(OwnServer server, Path folder) {
        try {
            Path own = Files.createTempDirectory(folder, "mosquitto");
            writeKeys(server.keys(), own);
            int port = Ports.free(1).getFirst();
            Path configuration = own.resolve("mosquitto.conf");
            Files.writeString(configuration, configuration(own, port));
            Path program = PLACES.stream().filter(Files::isExecutable).findFirst().orElseThrow();
            Process process =
                    new ProcessBuilder(program.toString(), "-c", configuration.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(own.resolve("mosquitto.log").toFile())
                            .start();
            awaitListening(process, port);
            return new Mosquitto(process, port);
        } catch (IOException | GeneralSecurityException e) {
            throw new LoadFailed("Mosquitto cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LoadFailed("interrupted", e);
        }
    }

    private static String configuration(Path own, int port) {
        return """
        user root
        log_type error
        persistence false
        allow_anonymous false
        listener %d 127.0.0.1
        certfile %s
        keyfile %s
        cafile %s
        require_certificate true
        use_identity_as_username true
        """
                .formatted(
                        port,
                        own.resolve("certificate.pem"),
                        own.resolve("key.pem"),
                        own.resolve("trusted.pem"));
    }

    private static void writeKeys(Path keys, Path own)
            throws IOException, GeneralSecurityException {
        char[] password = Files.readString(keys.resolve("password")).strip().toCharArray();
        KeyStore broker = BareBroker.store(keys.resolve("broker.p12"), password);
        for (String alias : Collections.list(broker.aliases())) {
            if (broker.isKeyEntry(alias)) {
                Key key = broker.getKey(alias, password);
                write(own.resolve("key.pem"), pem("PRIVATE KEY", key.getEncoded()));
                write(own.resolve("certificate.pem"), pem(broker.getCertificateChain(alias)));
            }
        }
        KeyStore trusted = BareBroker.store(keys.resolve("trust.p12"), password);
        StringBuilder all = new StringBuilder();
        for (String alias : Collections.list(trusted.aliases())) {
            all.append(pem(trusted.getCertificate(alias)));
        }
        write(own.resolve("trusted.pem"), all.toString());
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.US_ASCII);
    }

    private static String pem(Certificate... chain) throws GeneralSecurityException {
        StringBuilder all = new StringBuilder();
        for (Certificate each : chain) {
            all.append(pem("CERTIFICATE", each.getEncoded()));
        }
        return all.toString();
    }

    private static String pem(String what, byte[] encoded) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded);
        return "-----BEGIN %s-----%n%s%n-----END %s-----%n".formatted(what, text, what);
    }

    private static void awaitListening(Process process, int port) throws InterruptedException {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS_MAX);
        while (!isListening(port)) {
            if (!process.isAlive() || System.nanoTime() > until) {
                throw new LoadFailed("Mosquitto did not start");
            }
            Thread.sleep(20);
        }
    }

    private static boolean isListening(int port) {
        try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public int port() {
        return port;
    }

    /** It collects nothing. */
    @Override
    public long residentBytes() {
        return Resident.bytes(process.pid());
    }

    @Override
    public void close() {
        Ending.of(process);
    }
}
