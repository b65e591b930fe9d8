package org.assistcounter.fleet.settings;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

class StartChecksTest {
    private final Map<String, Object> settings = new HashMap<>();

    @BeforeEach
    void setWhatAStartNeeds() throws IOException {
        settings.put("assistcounter.data", "never-made");
        settings.put("assistcounter.http.port", freePort());
        settings.put("assistcounter.mqtt.port", freePort());
        settings.put("assistcounter.database", "embedded");
        settings.put("assistcounter.database-port", 1);
        settings.put("assistcounter.demonstration", false);
        settings.put("assistcounter.origin", "http://localhost");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void start() {
        try (var context = new GenericApplicationContext()) {
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("settings", settings));
            new StartChecks().initialize(context);
        }
    }

    private void isRefused(String words, String remedy) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(this::start)
                .withMessageContaining(words)
                .matches(refused -> refused.remedy().contains(remedy), "names " + remedy);
    }

    @Test
    void letsAStartBeginThatMaySucceed() {
        assertThatCode(this::start).doesNotThrowAnyException();
    }

    @Test
    void refusesAPortThatIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int own = taken.getLocalPort();
            Object http = settings.put("assistcounter.http.port", own);
            isRefused("port " + own + " of 127.0.0.1, where people come in", "http.port");

            settings.put("assistcounter.http.port", http);
            settings.put("assistcounter.mqtt.port", own);
            isRefused("port " + own + " of 127.0.0.1, where counters connect", "mqtt.port");

            settings.put("assistcounter.brokers", "localhost:" + own);
            assertThatCode(this::start).as("others' broker").doesNotThrowAnyException();
        }
    }

    @Test
    void refusesAFormOfTheLogThatThereIsNot() {
        settings.put("assistcounter.logs.form", "loud");

        isRefused("assistcounter.logs.form is loud: it must be text or json.", "Correct it");
    }

    @Test
    void refusesWhatASettingCannotBe() {
        settings.put("assistcounter.database-port", "many");
        isRefused("assistcounter.database-port cannot be understood", "Correct it");

        settings.put("assistcounter.database-port", 1);
        settings.put("assistcounter.instance", "Two Words");
        isRefused("assistcounter.instance is 1 to 20 letters", "Correct it");
    }
}
