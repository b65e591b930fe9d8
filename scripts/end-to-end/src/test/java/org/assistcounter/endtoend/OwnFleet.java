package org.assistcounter.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assistcounter.scripts.launcher.Options;
import org.assistcounter.scripts.launcher.PlainFleet;
import org.assistcounter.scripts.launcher.Ports;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A fleet server as an installation begins, and the province that comes to it, started once for the
 * journeys of its people. Its data stays under target for whoever wants to read its log.
 */
final class OwnFleet implements BeforeAllCallback, ParameterResolver {
    private static final String KEY = "a fleet of its own";
    private static final List<String> SETTINGS =
            List.of(
                    // A change at more counters than this takes two people.
                    "--assistcounter.directives.alone-max=2",
                    "--assistcounter.recognition.every=200ms");

    @Override
    public void beforeAll(ExtensionContext context) {
        province(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Province.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return province(context);
    }

    private static Province province(ExtensionContext context) {
        Browsers browsers = Browsers.of(context);
        Running fleet =
                context.getRoot()
                        .getStore(ExtensionContext.Namespace.GLOBAL)
                        .computeIfAbsent(KEY, _ -> Running.start(browsers), Running.class);
        return fleet.province;
    }

    /** What runs, for tests. */
    static final class Running implements AutoCloseable {
        private final PlainFleet fleet;
        private final Province province;

        private Running(PlainFleet fleet, Browsers browsers) {
            this.fleet = fleet;
            this.province = new Province(this, browsers);
        }

        private static Running start(Browsers browsers) {
            Path repository = Path.of(System.getProperty("assistcounter.root"));
            try {
                Path data = Path.of("target/own-fleet").toAbsolutePath();
                Leavings.delete(data);
                Options options = Options.run(data, Ports.free());
                return new Running(
                        PlainFleet.start(repository, options, SETTINGS, System.out::println),
                        browsers);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String address() {
            return fleet.address().toString();
        }

        String administratorLink() {
            return read(fleet.administratorLink());
        }

        /** What no page does: days that go by, a card that was enrolled. */
        int behindItsBack(String sql) {
            return ServersDatabase.change(fleet.ports().database(), fleet.databasePassword(), sql);
        }

        private static String read(Path file) {
            try {
                return Files.readString(file).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void close() {
            fleet.close();
        }
    }
}
