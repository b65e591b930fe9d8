package org.assistcounter.fleet.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import io.r2dbc.spi.R2dbcDataIntegrityViolationException;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.time.DateTimeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.UncategorizedR2dbcException;

/** Whose fault it is that a record cannot be booked. */
class BookingsTest {

    @ParameterizedTest
    @ValueSource(strings = {"22003", "22021", "23502", "23505", "23514"})
    void blamesTheRecordWhenTheDatabaseRefusesItsValues(String state) {
        R2dbcException refused = new R2dbcDataIntegrityViolationException("no", state);

        assertThat(Bookings.isOfTheRecords(new DataIntegrityViolationException("no", refused)))
                .isTrue();
        assertThat(Bookings.isOfTheRecords(new UncategorizedR2dbcException("no", "sql", refused)))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "25006", "40001", "42501", "42P01", "53100", "53200", "55P03", "57P01",
                "58030", "XX001"
            })
    void blamesTheDatabaseForItsOwnTrouble(String state) {
        R2dbcException trouble = new R2dbcNonTransientResourceException("no", state);

        assertThat(Bookings.isOfTheRecords(new DataAccessResourceFailureException("no", trouble)))
                .isFalse();
        assertThat(Bookings.isOfTheRecords(new UncategorizedR2dbcException("no", "sql", trouble)))
                .isFalse();
    }

    @Test
    void blamesNoRecordForATroubleWithoutAState() {
        assertThat(Bookings.isOfTheRecords(new DataAccessResourceFailureException("no"))).isFalse();
        assertThat(Bookings.isOfTheRecords(new IllegalStateException("no"))).isFalse();
    }

    @Test
    void blamesTheRecordForANumberThatIsNoMomentOrMakesNoSense() {
        assertThat(Bookings.isOfTheRecords(new DateTimeException("no"))).isTrue();
        assertThat(Bookings.isOfTheRecords(new IllegalArgumentException("no"))).isTrue();
    }
}
