package org.assistcounter.fleet.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Wrong settings are refused in words that name the setting. */
class FleetSettingsTest {

    private static final Listener LOCAL = new Listener(null, 8080);

    @Test
    void listensToThisMachineUnlessToldOtherwise() {
        assertThat(LOCAL.isLoopback()).isTrue();
        assertThat(new Listener("0.0.0.0", 8080).isLoopback()).isFalse();
    }

    @Test
    void refusesAPortThatIsNone() {
        assertThatThrownBy(() -> new Listener(null, 70_000))
                .hasMessageContaining("from 1 to 65535, but is 70000");
    }

    @Test
    void refusesADatabaseThatIsNeitherOursNorAUrl() {
        assertThatThrownBy(() -> settings(LOCAL, "mysql://somewhere", false))
                .hasMessageContaining("assistcounter.database must be");
    }

    @Test
    void refusesTheDemonstrationOnANetwork() {
        assertThatThrownBy(() -> settings(new Listener("0.0.0.0", 8080), "embedded", true))
                .hasMessageContaining("signs visitors in without a password");
    }

    @Test
    void acceptsTheDemonstrationOnThisMachine() {
        assertThat(settings(LOCAL, "embedded", true).hasEmbeddedDatabase()).isTrue();
    }

    private static FleetSettings settings(Listener http, String database, boolean isShow) {
        URI origin = URI.create("http://localhost:8080");
        return new FleetSettings(Path.of("data"), http, LOCAL, database, 54329, isShow, origin);
    }
}
