package org.assistcounter.fleet.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A group of settings: what is missing or cannot be read is named. */
class SettingCheckTest {
    private final SettingCheck check = new SettingCheck("some.wallet.");

    @TempDir private Path folder = Path.of("");

    @Test
    void namesASettingThatIsMissing() {
        assertThatThrownBy(() -> check.require(null, "merchant"))
                .isInstanceOf(StartRefused.class)
                .hasMessage("some.wallet.merchant is missing.");
    }

    @Test
    void namesAFileThatIsNotThere() {
        Path file = folder.resolve("key.pem");

        assertThatThrownBy(() -> check.text(file, "keys.merchant"))
                .isInstanceOf(StartRefused.class)
                .hasMessage("some.wallet.keys.merchant names " + file + ", which cannot be read.");
    }

    @Test
    void namesAFileThatIsNoText() throws IOException {
        Path file = Files.write(folder.resolve("key.der"), new byte[] {(byte) 0xC3, 0x28});

        assertThatThrownBy(() -> check.text(file, "keys.merchant"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("which cannot be read");
    }

    @Test
    void readsTheTextOfAFile() throws IOException {
        Path file = Files.writeString(folder.resolve("key"), " secret\n");

        assertThat(check.text(file, "keys.api-v3")).isEqualTo("secret");
    }
}
