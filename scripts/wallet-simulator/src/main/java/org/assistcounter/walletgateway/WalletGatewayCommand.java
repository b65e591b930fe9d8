package org.assistcounter.walletgateway;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The command: starts the gateway, says where it listens, and runs until it is stopped. */
public final class WalletGatewayCommand {
    private static final int DEFAULT_PORT = 8090;

    private WalletGatewayCommand() {}

    /** Runs until the process is told to end. */
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        try (GatewayServer server =
                GatewayServer.start(
                        Path.of(option(words, "--data", "data/wallet-gateway")),
                        Integer.parseInt(option(words, "--port", "" + DEFAULT_PORT)))) {
            String where = "http://127.0.0.1:" + server.port();
            System.out.println(
                    words.contains("--json")
                            ? "{\"address\":\"" + where + "\"}"
                            : "Both wallets listen at " + where);
            new CountDownLatch(1).await();
        } catch (IOException | GeneralSecurityException | RuntimeException failure) {
            System.err.println("wallet-gateway: " + failure.getMessage());
            System.exit(1);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private static String option(List<String> words, String name, String otherwise) {
        int at = words.indexOf(name);
        return at < 0 || at + 1 == words.size() ? otherwise : words.get(at + 1);
    }
}
