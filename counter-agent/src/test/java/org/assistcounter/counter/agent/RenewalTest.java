package org.assistcounter.counter.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.ZoneId;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import org.assistcounter.counter.agent.RenewingFleet.Way;
import org.assistcounter.counter.journal.Journal;
import org.assistcounter.counter.journal.Recovered;
import org.assistcounter.counter.journal.store.SqliteJournalStore;
import org.assistcounter.protocol.identity.SaleId;
import org.assistcounter.protocol.journal.ChainCheck;
import org.assistcounter.protocol.journal.ChainHead;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.signing.Ed25519;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A counter's keys are renewed on its card, and whatever kills it on the way loses nothing. */
class RenewalTest {
    private static final SaleId OPEN = SaleId.of(3, 4);

    private final RenewingFleet fleet = new RenewingFleet(enrolment());

    @TempDir private Path data;

    RenewalTest() throws IOException {}

    private static JsonNode enrolment() throws IOException {
        try (InputStream kept =
                RenewalTest.class.getResourceAsStream("/agent/enrolment-without-cooling.json")) {
            var all =
                    (ObjectNode)
                            JsonMapper.shared()
                                    .readTree(Objects.requireNonNull(kept).readAllBytes());
            String key = Base64.getEncoder().encodeToString(RenewingFleet.KEY.publicKey());
            all.put("checkpointKey", key).put("answerKey", key);
            all.put("fleetOrigin", RenewingFleet.ORIGIN);
            return all.put("caCertificate", all.path("certificate").asString());
        }
    }

    @BeforeEach
    void enrol() throws Exception {
        Path folder = Files.createDirectories(Identity.folder(data));
        IdentityKeys.keptIn(folder);
        Files.writeString(folder.resolve(Identity.ENROLMENT), enrolment().toString());
        starts();
        fleet.has(head());
    }

    @AfterEach
    void close() {
        fleet.close();
    }

    @Test
    void goesOnInTheSameJournalWithTheNewKey() throws Exception {
        ChainHead base = head();

        renews();
        starts();

        assertThat(judged(base))
                .isInstanceOfSatisfying(
                        Verdict.Append.class,
                        append -> {
                            assertThat(append.misplaced()).isEmpty();
                            assertThat(append.records())
                                    .extracting(record -> record.header().type())
                                    .containsExactly(5, 2);
                            assertThat(append.head().epoch()).isEqualTo(2);
                            assertThat(append.head().boot()).isEqualTo(base.boot() + 1);
                        });
    }

    @Test
    void keepsTheSaleThatWasOpenAndWhatIsOffered() throws Exception {
        opens(OPEN);
        JsonNode shelf = identity().enrolment().path("shelf");

        renews();
        starts();

        Recovered recovered = recovered();
        assertThat(Objects.requireNonNull(recovered.openSale()).sale().id()).isEqualTo(OPEN);
        assertThat(identity().enrolment().path("shelf")).isEqualTo(shelf);
    }

    @Test
    void renewsAgainAndAgain() throws Exception {
        renews();
        starts();
        fleet.has(head());
        ChainHead base = head();

        renews();
        starts();

        assertThat(((Verdict.Append) judged(base)).head().epoch()).isEqualTo(3);
        assertThat(KeyHistory.of(identity()).keys())
                .extracting(key -> key.epoch())
                .containsExactly(1L, 2L, 3L);
        assertThat(Files.exists(keys(1).resolve(Identity.JOURNAL_KEY))).isFalse();
        assertThat(Files.exists(keys(2).resolve(Identity.TLS_KEY))).isFalse();
    }

    @Test
    void isToldAtTheNextStartWhenTheAnswerWasLost() throws Exception {
        fleet.does(Way.LOSES_ITS_ANSWER);
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(this::renews)
                .withMessageContaining("not known");
        ChainHead base = head();

        fleet.does(Way.ANSWERS);
        starts();

        assertThat(fleet.asked()).hasSize(2);
        assertThat(fleet.epoch()).isEqualTo(2);
        assertThat(judged(base)).isInstanceOf(Verdict.Append.class);
    }

    @Test
    void writesNothingBeforeItIsTold() throws Exception {
        fleet.does(Way.LOSES_ITS_ANSWER);
        assertThatExceptionOfType(SettingsException.class).isThrownBy(this::renews);
        ChainHead before = head();

        assertThatExceptionOfType(SettingsException.class).isThrownBy(this::starts);
        fleet.close();
        assertThatExceptionOfType(SettingsException.class).isThrownBy(this::starts);

        assertThat(head()).isEqualTo(before);
    }

    @Test
    void asksNothingWhenItWasKilledBeforeItsOrderWasOnDisk() throws Exception {
        Files.createDirectories(keys(2));
        IdentityKeys.keptIn(keys(2));

        starts();

        assertThat(fleet.asked()).isEmpty();
        assertThat(identity().keyFolder()).isEqualTo(keys(1));
        assertThat(head().epoch()).isEqualTo(1);
    }

    @Test
    void isDoneWhenItWasKilledBeforeItTidied() throws Exception {
        Path old = Files.createDirectories(data.resolve("old"));
        Files.copy(keys(1).resolve(Identity.JOURNAL_KEY), old.resolve(Identity.JOURNAL_KEY));
        renews();
        Files.move(old.resolve(Identity.JOURNAL_KEY), keys(1).resolve(Identity.JOURNAL_KEY));
        Files.writeString(keys(2).resolve(Renewal.ORDER), "{}");

        starts();

        assertThat(fleet.asked()).hasSize(1);
        assertThat(head().epoch()).isEqualTo(2);
        assertThat(keys(1).resolve(Identity.JOURNAL_KEY)).doesNotExist();
        assertThat(keys(2).resolve(Renewal.ORDER)).doesNotExist();
    }

    @Test
    void keepsItsKeysWhenTheFleetRefusesAndTakesAnotherToken() throws Exception {
        fleet.does(Way.REFUSES);
        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(this::renews)
                .withMessageContaining("expired_token");
        starts();
        assertThat(head().epoch()).isEqualTo(1);
        fleet.has(head());

        fleet.does(Way.ANSWERS);
        renews();
        starts();

        assertThat(head().epoch()).isEqualTo(2);
    }

    @Test
    void goesOnWithItsKeysWhenItIsToldAtItsStartThatTheyStay() throws Exception {
        fleet.does(Way.IS_BEHIND_A_GATEWAY_THAT_FAILS);
        assertThatExceptionOfType(SettingsException.class).isThrownBy(this::renews);
        assertThatExceptionOfType(SettingsException.class).isThrownBy(this::starts);

        fleet.does(Way.REFUSES);
        starts();

        assertThat(head().epoch()).isEqualTo(1);
        assertThat(keys(2).resolve(Renewal.ORDER)).doesNotExist();
    }

    @Test
    void goesOnWithItsKeysWhenTheServerThatWasNamedIsNotTheFleet() throws Exception {
        asksAnother("answered 404 and not as the fleet does; nothing was changed");

        starts();
        assertThat(head().epoch()).isEqualTo(1);
        fleet.has(head());

        renews();
        starts();
        assertThat(head().epoch()).isEqualTo(2);
    }

    @Test
    void isToldByTheFleetAtItsStartAlthoughAnotherServerWasNamedSince() throws Exception {
        fleet.does(Way.LOSES_ITS_ANSWER);
        assertThatExceptionOfType(SettingsException.class).isThrownBy(this::renews);
        asksAnother("answered 404 and not as the fleet does");

        fleet.does(Way.ANSWERS);
        starts();

        assertThat(head().epoch()).isEqualTo(2);
    }

    private void asksAnother(String told) throws IOException {
        try (RenewingFleet another = new RenewingFleet(enrolment())) {
            another.does(Way.IS_ANOTHERS);
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(() -> new Renewal(data).run(another.uri(), "token", _ -> head()))
                    .withMessageContaining(told);
        }
    }

    @Test
    void changesNothingWhenNobodyIsThere() throws Exception {
        fleet.close();

        assertThatExceptionOfType(SettingsException.class)
                .isThrownBy(this::renews)
                .withMessageContaining("nothing was changed");
        starts();

        assertThat(head().epoch()).isEqualTo(1);
    }

    @Test
    void waitsForTheAgentToBeStopped() throws Exception {
        try (DataLock _ = DataLock.take(data)) {
            assertThatExceptionOfType(SettingsException.class)
                    .isThrownBy(this::renews)
                    .withMessageContaining("another agent runs");
        }
        assertThat(fleet.asked()).isEmpty();
    }

    @Test
    void exportsAllKeysWithTheWholeJournal() throws Exception {
        renews();
        starts();
        Path file = data.resolve("journal.txt");

        JournalExport.write(data, file);

        List<String> lines = Files.readAllLines(file);
        assertThat(lines).filteredOn(line -> line.startsWith("key ")).hasSize(1);
        assertThat(lines).filteredOn(line -> line.startsWith("epoch 2 ")).hasSize(1);
        assertThat(lines)
                .filteredOn(line -> line.startsWith("record "))
                .hasSize((int) head().seq());
    }

    @Test
    void hasTheFolderOfItsNewKeysOnDiskBeforeItAsks() throws Exception {
        fleet.does(Way.LOSES_ITS_ANSWER);

        List<Path> synced =
                Syncs.of(() ->
                        assertThatExceptionOfType(SettingsException.class)
                                .isThrownBy(this::renews));

        assertThat(synced.getFirst()).isEqualTo(Identity.folder(data));
        assertThat(synced.getLast()).isEqualTo(keys(2));
    }

    @Test
    void hasItOnDiskThatAnOrderIsGoneBeforeItWrites() throws Exception {
        fleet.does(Way.LOSES_ITS_ANSWER);
        assertThatExceptionOfType(SettingsException.class).isThrownBy(this::renews);
        fleet.does(Way.REFUSES);

        List<Path> synced = Syncs.of(() -> new Renewal(data).endBeforeStart());

        assertThat(synced).containsExactly(keys(2));
    }

    private void renews() throws Exception {
        new Renewal(data).run(fleet.uri(), "token", _ -> head());
    }

    private Path keys(int number) {
        Path folder = Identity.folder(data);
        return number == 1 ? folder : folder.resolve("keys-" + number);
    }

    private Identity identity() throws IOException {
        return Identity.read(data);
    }

    private SqliteJournalStore open() {
        return SqliteJournalStore.open(data.resolve(RunningCounter.JOURNAL));
    }

    /** As an agent does before it opens its lines. */
    private void starts() throws Exception {
        new Renewal(data).endBeforeStart();
        Identity identity = identity();
        try (SqliteJournalStore store = open()) {
            Start start = start(identity, store);
            Recovered recovered = start.recover();
            start.writeFirstFacts(journal(start, recovered), recovered);
        }
    }

    private void opens(SaleId sale) throws IOException {
        try (SqliteJournalStore store = open()) {
            Start start = start(identity(), store);
            var line = new Fact.SaleLine(1, 11, "xunyi-pingguo", "L1", 100);
            journal(start, start.recover())
                    .append(List.of(new Fact.SaleOpened(sale, "CNY", 1, List.of(line))));
        }
        fleet.has(head());
    }

    private static Start start(Identity identity, SqliteJournalStore store) {
        Clocks clocks = new Clocks(ZoneId.of("Asia/Shanghai"));
        return new Start(identity, store, clocks, new SecureRandom());
    }

    private static Journal journal(Start start, Recovered recovered) {
        return new Journal(
                start.store(),
                start.identity().journalKey(),
                start.clocks()::reading,
                recovered.head());
    }

    private Recovered recovered() {
        try (SqliteJournalStore store = open()) {
            return start(identity(), store).recover();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private ChainHead head() {
        return recovered().head();
    }

    /** As the fleet judges what is on the card behind the base. */
    private Verdict judged(ChainHead base) {
        var check = new ChainCheck(fleet.key(), fleet.epoch(), Ed25519::holds, _ -> null);
        try (SqliteJournalStore store = open()) {
            return check.judge(base, store.read(base.seq() + 1, 64));
        }
    }
}
