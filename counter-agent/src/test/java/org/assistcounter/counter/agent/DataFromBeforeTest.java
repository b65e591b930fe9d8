package org.assistcounter.counter.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.assistcounter.counter.climate.Cooling;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.counter.journal.store.SqliteJournalStore;
import org.assistcounter.counter.sale.ClimateSteps;
import org.assistcounter.counter.sale.Moment;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.counter.sale.RecoverySteps;
import org.assistcounter.counter.sale.ServiceSteps;
import org.assistcounter.counter.sale.Step;
import org.assistcounter.counter.service.Attempts;
import org.assistcounter.counter.service.CodeVerdict;
import org.assistcounter.counter.service.ServiceCode;
import org.assistcounter.protocol.journal.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder of an agent that knew neither cooling nor a service code still starts. */
class DataFromBeforeTest {
    private static final int SLOT = 11;

    @TempDir private Path data;

    @Test
    void startsWithWhatTheOldAgentWroteAndAsksForACode() throws IOException {
        Identity identity = identity();
        Clocks clocks = new Clocks(ZoneId.of(identity.text("zone")));
        try (SqliteJournalStore store =
                SqliteJournalStore.open(data.resolve(RunningCounter.JOURNAL))) {
            Start start = new Start(identity, store, clocks, new SecureRandom());
            writeAsBefore(start, identity, store);

            Step first = firstStep(start);

            assertThat(first.facts()).isEmpty();
            assertThat(first.state().phase()).isEqualTo(new Phase.Browsing());
            assertThat(first.state().shelf().slotsOff()).containsExactly(SLOT);
            assertThat(first.state().desk().attempts()).isEqualTo(Attempts.NONE);
            assertThat(first.state().desk().troubles().slots()).containsOnlyKeys(SLOT);
        }
        assertThat(ServiceCodeFile.of(data).compare(new ServiceCode("402917")))
                .isEqualTo(CodeVerdict.NOT_SET);
    }

    private Identity identity() throws IOException {
        Path folder = Identity.folder(data);
        Files.createDirectories(folder);
        try (InputStream kept =
                DataFromBeforeTest.class.getResourceAsStream(
                        "/agent/enrolment-without-cooling.json")) {
            Files.copy(Objects.requireNonNull(kept), folder.resolve(Identity.ENROLMENT));
        }
        Files.writeString(
                folder.resolve(Identity.JOURNAL_KEY),
                Base64.getEncoder().encodeToString(new byte[32]));
        return Identity.read(data);
    }

    private static void writeAsBefore(Start start, Identity identity, SqliteJournalStore store) {
        Recovered nothing = start.recover();
        Journal journal =
                new Journal(store, identity.journalKey(), start.clocks()::reading, nothing.head());
        start.writeFirstFacts(journal, nothing);
        journal.append(List.of(new Fact.SlotSwitched(SLOT, false, "no clean turn")));
    }

    private static Step firstStep(Start start) {
        Recovered recovered = start.recover();
        Moment now = start.clocks().moment();
        Step first =
                RecoverySteps.start(
                        recovered.shelf(), recovered.openSale(), recovered.nextCommand(), now);
        return ServiceSteps.start(
                ClimateSteps.start(first, Cooling.NONE, now),
                recovered.service(),
                start.clocks().reading(),
                now);
    }
}
