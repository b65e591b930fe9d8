package org.assistcounter.scripts.launcher;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The command lines of what we start. Server and agent run from their own folders, as they are
 * delivered; the bench runs from the libraries beside our jar.
 */
final class Programs {
    private static final List<String> JVM =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1");

    private static final String SERVER = "fleet-server";
    private static final String AGENT = "counter-agent";

    private final Path repository;
    private final DataFolder data;
    private final Ports ports;
    private final int walletPort;

    /**
     * @param walletPort of the wallet gateway; 0 for the sandbox
     */
    Programs(Path repository, DataFolder data, Ports ports, int walletPort) {
        this.repository = repository;
        this.data = data;
        this.ports = ports;
        this.walletPort = walletPort;
        requireBuilt(jar(SERVER));
        requireBuilt(jar(AGENT));
    }

    private static void requireBuilt(Path jar) {
        if (!Files.exists(jar)) {
            throw new Refusal(
                    "The programs are not built: there is no " + jar + ". Use scripts/run.");
        }
    }

    List<String> wallets() {
        return java(
                besideOurJar(),
                "org.assistcounter.walletgateway.WalletGatewayCommand",
                "--data",
                data.wallets().toString(),
                "--port",
                Integer.toString(walletPort));
    }

    List<String> server() {
        List<String> command = new ArrayList<>(sandboxServer());
        if (walletPort != 0) {
            command.addAll(walletSettings());
        }
        return command;
    }

    /** As a merchant is known there; the gateway has made the keys. */
    private List<String> walletSettings() {
        Path keys = data.wallets().resolve("keys");
        String gateway = "http://127.0.0.1:" + walletPort;
        String own = "http://127.0.0.1:" + ports.http() + "/wallets/";
        return List.of(
                wallet("wechat.merchant", "1900000001"),
                wallet("wechat.application", "wx0000000000000001"),
                wallet("wechat.serial", "A1"),
                wallet("wechat.address", gateway),
                wallet("wechat.notices", own + "wechat/notify"),
                wallet("wechat.keys.merchant", keys + "/wechat-merchant-key.pem"),
                wallet("wechat.keys.wallet", keys + "/wechat-wallet-public.pem"),
                wallet("wechat.keys.wallet-id", "PUB_KEY_ID_0119000000012026"),
                wallet("wechat.keys.api-v3", keys + "/wechat-api-v3-key.txt"),
                wallet("alipay.application", "2021000000000001"),
                wallet("alipay.address", gateway + "/gateway.do"),
                wallet("alipay.notices", own + "alipay/notify"),
                wallet("alipay.keys.merchant", keys + "/alipay-merchant-key.pem"),
                wallet("alipay.keys.wallet", keys + "/alipay-wallet-public.pem"));
    }

    private static String wallet(String name, String value) {
        return "--assistcounter.wallets." + name + "=" + value;
    }

    private List<String> sandboxServer() {
        return plainServer(List.of("--assistcounter.demonstration=true"));
    }

    /** A server with these settings and the data and ports of all others. */
    List<String> plainServer(List<String> own) {
        List<String> command =
                java(
                        delivered(SERVER),
                        "org.assistcounter.fleet.FleetServer",
                        "--assistcounter.data=" + data.fleet(),
                        "--assistcounter.http.port=" + ports.http(),
                        "--assistcounter.mqtt.port=" + ports.mqtt(),
                        "--assistcounter.database-port=" + ports.database(),
                        "--assistcounter.origin=" + Addresses.fleet(ports));
        command.addAll(own);
        return command;
    }

    List<String> bench(List<Integer> lines) {
        return java(
                besideOurJar(),
                "org.assistcounter.simulators.bench.Bench",
                "--reader-port",
                Integer.toString(lines.get(0)),
                "--board-port",
                Integer.toString(lines.get(1)),
                "--scanner-port",
                Integer.toString(lines.get(2)),
                "--climate-port",
                Integer.toString(lines.get(3)),
                "--http-port",
                Integer.toString(ports.bench()),
                "--state",
                data.benchState().toString(),
                "--screen-url",
                Addresses.screen(ports).toString());
    }

    List<String> enrolment(String token) {
        return java(
                delivered(AGENT),
                "org.assistcounter.counter.agent.CounterAgent",
                "enrol",
                "--data",
                data.counter().toString(),
                "--server",
                Addresses.fleet(ports).toString(),
                "--token",
                token);
    }

    List<String> serviceCode() {
        return java(
                delivered(AGENT),
                "org.assistcounter.counter.agent.CounterAgent",
                "service-code",
                "--data",
                data.counter().toString());
    }

    List<String> agent() {
        return java(
                List.of("@" + jar(AGENT).resolveSibling("agent.options")),
                delivered(AGENT),
                "org.assistcounter.counter.agent.CounterAgent",
                "run",
                "--data",
                data.counter().toString(),
                "--wiring",
                data.wiring().toString(),
                "--screen-port",
                Integer.toString(ports.screen()),
                "--bench-url",
                Addresses.bench(ports).toString());
    }

    private Path jar(String module) {
        return repository.resolve(module).resolve("target/" + module + "-0.1.0-SNAPSHOT.jar");
    }

    /** A program's jar and the libraries that are delivered beside it. */
    private String delivered(String module) {
        Path lib = repository.resolve(module).resolve("target/lib");
        return jar(module) + File.pathSeparator + lib.resolve("*");
    }

    private String besideOurJar() {
        return repository.resolve("scripts/launcher/target/lib").resolve("*").toString();
    }

    private static List<String> java(String classPath, String main, String... arguments) {
        return java(JVM, classPath, main, arguments);
    }

    private static List<String> java(
            List<String> options, String classPath, String main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath, main));
        Collections.addAll(command, arguments);
        return command;
    }
}
