package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.assistcounter.scripts.launcher.Addresses;
import org.assistcounter.scripts.launcher.BenchDesk;
import org.assistcounter.scripts.launcher.Comparison;
import org.assistcounter.scripts.launcher.Demonstration;
import org.assistcounter.scripts.launcher.FleetDesk;
import org.assistcounter.scripts.launcher.Options;
import org.assistcounter.scripts.launcher.Patience;
import org.assistcounter.scripts.launcher.Ports;
import org.assistcounter.scripts.launcher.Shopper;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Fleet, bench, counter and browser, started once for all tests in a data directory under target,
 * which stays for whoever wants to read its logs. A test leaves the shelf, the books and the
 * processes in order for the next.
 */
final class WholeChain implements BeforeAllCallback, ParameterResolver {
    private static final Duration BOOKED = Duration.ofSeconds(30);

    /** A view that somebody has left ends by itself within a minute. */
    private static final Duration SELLING = Duration.ofSeconds(100);

    private static final String KEY = "the whole chain";

    @Override
    public void beforeAll(ExtensionContext context) {
        chain(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Running.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return chain(context);
    }

    private static Running chain(ExtensionContext context) {
        return context.getRoot()
                .getStore(ExtensionContext.Namespace.GLOBAL)
                .computeIfAbsent(
                        KEY, _ -> Running.start(() -> Browsers.of(context)), Running.class);
    }

    /** What runs, for tests. */
    static final class Running implements AutoCloseable {
        private final Demonstration demonstration;
        private final Map<Integer, String> products;
        private final Album album = new Album();
        private final Supplier<Browsers> browsers;

        private Running(Demonstration demonstration, Supplier<Browsers> browsers) {
            this.demonstration = demonstration;
            this.browsers = browsers;
            try (Shopper shopper = shopper()) {
                products = shopper.products();
            }
        }

        private static Running start(Supplier<Browsers> browsers) {
            Path repository = Path.of(System.getProperty("assistcounter.root"));
            try {
                Path data = Path.of("target/data").toAbsolutePath();
                Leavings.delete(data);
                Options options = Options.run(data, Ports.free());
                return new Running(
                        Demonstration.start(repository, options, System.out::println), browsers);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        Shopper shopper() {
            return Shopper.at(Addresses.screen(demonstration.ports()));
        }

        String screenAddress() {
            return Addresses.screen(demonstration.ports()).toString();
        }

        String dashboardAddress() {
            return Addresses.fleet(demonstration.ports()).toString();
        }

        Album album() {
            return album;
        }

        Browsers browsers() {
            return browsers.get();
        }

        BenchDesk bench() {
            return demonstration.bench();
        }

        FleetDesk fleet() {
            return demonstration.fleet();
        }

        Demonstration demonstration() {
            return demonstration;
        }

        long cardFen() {
            return demonstration.wires(products).cardFen();
        }

        long pieces() {
            return demonstration.wires(products).dropsInAll();
        }

        Comparison comparison() {
            return Comparison.of(demonstration.wires(products), demonstration.fleet().ledger());
        }

        /** Waits until everything that happened is booked, and nothing else is. */
        void expectBooksToAgree() {
            AtomicReference<Comparison> last = new AtomicReference<>(comparison());
            boolean agrees =
                    Patience.until(
                            BOOKED,
                            () -> {
                                last.set(comparison());
                                return last.get().agrees();
                            });
            assertThat(agrees).as(last.get().table("Wires and books")).isTrue();
        }

        /** A counter that was killed is back and sells. */
        void awaitSelling() {
            assertThat(Patience.until(SELLING, this::isSelling)).as("the counter sells").isTrue();
        }

        private boolean isSelling() {
            try (Shopper shopper = shopper()) {
                shopper.browse();
                return true;
            } catch (RuntimeException notYet) {
                return false;
            }
        }

        @Override
        public void close() {
            demonstration.close();
        }
    }
}
