package org.assistcounter.kills;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assistcounter.kills.Boundary.Sum;
import org.assistcounter.scripts.launcher.Addresses;
import org.assistcounter.scripts.launcher.Comparison;
import org.assistcounter.scripts.launcher.Demonstration;
import org.assistcounter.scripts.launcher.Options;
import org.assistcounter.scripts.launcher.Patience;
import org.assistcounter.scripts.launcher.Ports;
import org.assistcounter.scripts.launcher.Refusal;
import org.assistcounter.scripts.launcher.Say;
import org.assistcounter.scripts.launcher.Shopper;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Fleet, bench and counter, with the hostile proxy between counter and broker. */
final class Stage implements AutoCloseable {
    private static final Duration BACK = Duration.ofMinutes(1);
    private static final Duration BOOKED = Duration.ofMinutes(2);

    private final Path data;
    private final Demonstration demonstration;
    private final HostileProxy proxy;
    private final Map<Integer, String> products;

    private Stage(
            Path data,
            Demonstration demonstration,
            HostileProxy proxy,
            Map<Integer, String> products) {
        this.data = data;
        this.demonstration = demonstration;
        this.proxy = proxy;
        this.products = products;
    }

    static Stage open(Path data, long seed, Say say) throws IOException {
        Path repository = Path.of(System.getProperty("assistcounter.root")).toAbsolutePath();
        Demonstration demonstration =
                Demonstration.start(repository, Options.run(data, Ports.free()), say);
        try {
            HostileProxy proxy = new HostileProxy(demonstration.ports().mqtt(), seed);
            Map<Integer, String> products;
            try (Shopper shopper = Shopper.at(Addresses.screen(demonstration.ports()))) {
                products = shopper.products();
            }
            demonstration.crew().stop("agent");
            meetTheBrokerAt(proxy.port(), data.resolve("counter/identity/enrolment.json"));
            demonstration.crew().start("agent");
            return new Stage(data, demonstration, proxy, products);
        } catch (IOException | RuntimeException e) {
            demonstration.close();
            throw e;
        }
    }

    private static void meetTheBrokerAt(int port, Path enrolment) throws IOException {
        JsonNode json = JsonMapper.shared().readTree(Files.readString(enrolment));
        if (!(json.path("mqtt") instanceof ObjectNode broker)) {
            throw new IOException("the enrolment names no broker: " + enrolment);
        }
        broker.put("port", port);
        Files.writeString(enrolment, json.toString());
    }

    Shopper shopper() {
        return Shopper.at(Addresses.screen(demonstration.ports()));
    }

    Demonstration demonstration() {
        return demonstration;
    }

    HostileProxy proxy() {
        return proxy;
    }

    JournalWatch journal() {
        return new JournalWatch(data);
    }

    /** What the other ends have counted so far; what cannot be asked now counts nothing. */
    Map<Sum, Long> sums() {
        Map<Sum, Long> sums = new EnumMap<>(Sum.class);
        JsonNode bench = demonstration.bench().state();
        sums.put(Sum.APPROVED, bench.path("approvedFen").asLong());
        sums.put(Sum.REFUNDED, bench.path("refundedFen").asLong());
        sums.put(Sum.TURNS, bench.path("turns").asLong());
        return sums;
    }

    /** The counter was killed; this returns when it sells again. */
    void awaitSelling() {
        if (!Patience.until(BACK, this::sells)) {
            throw new Refusal("the counter does not sell again");
        }
    }

    private boolean sells() {
        try (Shopper shopper = shopper()) {
            shopper.browse();
            return true;
        } catch (RuntimeException notYet) {
            return false;
        }
    }

    /** The fleet was killed, or the network is bad; this returns whether it was found again. */
    boolean awaitFleet() {
        return Patience.until(
                BACK,
                () -> {
                    try (Shopper shopper = shopper()) {
                        return shopper.browse().path("online").asBoolean();
                    } catch (RuntimeException notYet) {
                        return false;
                    }
                });
    }

    /** Nothing goes wrong any more: wires and books must come to agree. */
    Comparison heal() {
        proxy.heal();
        awaitSelling();
        AtomicReference<Comparison> last = new AtomicReference<>();
        Patience.until(
                BOOKED,
                () -> {
                    try {
                        last.set(compared());
                    } catch (Refusal stillAway) {
                        // The fleet may have been killed in the very last sale.
                        return false;
                    }
                    return last.get() != null && last.get().agrees();
                });
        Comparison compared = last.get();
        if (compared == null) {
            throw new Refusal("the fleet does not answer");
        }
        return compared;
    }

    private Comparison compared() {
        return Comparison.of(demonstration.wires(products), demonstration.fleet().ledger());
    }

    @Override
    public void close() {
        demonstration.close();
        try {
            proxy.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
