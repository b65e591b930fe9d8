package org.assistcounter.fleet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.assistcounter.fleet.settings.StartRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands behind `assistcounter.database`. */
class DatabaseAddressTest {

    @Test
    void readsAnAccountWithSignsInItsPassword() {
        assertThat(DatabaseAddress.parse("postgresql://fleet:p%40ss:word@db.example/counters"))
                .isEqualTo(
                        new DatabaseAddress("db.example", 5432, "counters", "fleet", "p@ss:word"));
    }

    /** The words of a failed start end up in logs. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://fleet:se cret@db.example/counters",
                "postgresql://fleet:secret%zz@db.example/counters",
                "postgresql://fleet:secret@/counters",
                "fleet:secret"
            })
    void refusesAnythingElseInWordsWithoutThePassword(String address) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> DatabaseAddress.parse(address))
                .satisfies(refused -> {
                    assertThat(refused).hasMessageNotContaining("cret").hasNoCause();
                    assertThat(refused.remedy()).contains("postgresql://");
                });
    }
}
