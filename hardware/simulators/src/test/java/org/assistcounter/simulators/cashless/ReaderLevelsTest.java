package org.assistcounter.simulators.cashless;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessCommand.AskDiagnostics;
import org.assistcounter.devices.cashless.CashlessCommand.AskRevalueLimit;
import org.assistcounter.devices.cashless.CashlessCommand.ConfirmVend;
import org.assistcounter.devices.cashless.CashlessCommand.Disable;
import org.assistcounter.devices.cashless.CashlessCommand.FailVend;
import org.assistcounter.devices.cashless.CashlessCommand.ReportCashSale;
import org.assistcounter.devices.cashless.CashlessCommand.RequestVend;
import org.assistcounter.devices.cashless.CashlessCommand.Revalue;
import org.assistcounter.devices.cashless.CashlessCommand.TellTime;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Ability;
import org.assistcounter.devices.cashless.CashlessEvent.FailureSettled;
import org.assistcounter.devices.cashless.CashlessEvent.Lie;
import org.assistcounter.devices.cashless.CashlessEvent.Misfit;
import org.assistcounter.devices.cashless.CashlessEvent.ReaderLost;
import org.assistcounter.devices.cashless.CashlessEvent.ReaderReady;
import org.assistcounter.devices.cashless.CashlessEvent.SessionBegan;
import org.assistcounter.devices.cashless.CashlessEvent.SessionEnded;
import org.assistcounter.devices.cashless.CashlessEvent.Settlement;
import org.assistcounter.devices.cashless.CashlessEvent.VendApproved;
import org.assistcounter.devices.cashless.CashlessEvent.VendConfirmed;
import org.assistcounter.devices.mdb.CashlessAddress;
import org.assistcounter.devices.mdb.CashlessSettings;
import org.assistcounter.devices.mdb.ReaderMessage;
import org.assistcounter.devices.mdb.ReaderOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What levels, addresses and options change in the dialogue (MDB/ICP 4.2 §7). */
class ReaderLevelsTest {
    private static final long WIDE = ReaderOption.AMOUNTS_OF_32_BITS.mask();
    private static final long IDLE = ReaderOption.ALWAYS_IDLE.mask();
    private static final int MULTIVEND = 2;
    private static final int CASH_SALE = 8;

    static Stream<Arguments> kinds() {
        return Stream.of(1, 2, 3)
                .flatMap(level ->
                        Stream.of(CashlessAddress.values())
                                .flatMap(address ->
                                        Stream.of(0L, WIDE)
                                                .map(offered ->
                                                        Arguments.of(level, address, offered))));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void sellsAndGivesBackAtEveryLevelAndAddress(int level, CashlessAddress address, long offered) {
        CardTable table =
                new CardTable(
                                model(level, 1).at(address).offering(offered),
                                new CashlessSettings(address, false))
                        .enable();
        boolean isWide = level == 3 && offered == WIDE;
        assertThat(ready(table).level()).isEqualTo(level);
        assertThat(ready(table).abilities().contains(Ability.WIDE_AMOUNTS)).isEqualTo(isWide);

        buy(table, 350);
        table.command(new ConfirmVend(11));
        table.world.run(2_000);
        buy(table, 350);
        table.command(new FailVend());
        table.world.run(2_000);

        assertThat(table.events)
                .endsWith(
                        new VendApproved(350),
                        new FailureSettled(Settlement.REFUNDED),
                        new SessionEnded());
        assertThat(table.ledger().keptMinor()).isEqualTo(350);
        assertThat(table.ledger().refundedMinor()).isEqualTo(350);
    }

    @Test
    void asksAPriceThatOnly32BitsCanSay() {
        CardTable table = table(3, 1, WIDE).enable();
        assertThat(ready(table).mostMinor()).isEqualTo(0xFFFF_FFFEL);

        buy(table, 128_000);

        assertThat(table.events).endsWith(new VendApproved(128_000));
    }

    @Test
    void switchesTheOptionsOnAgainAfterTheReaderLostPower() {
        CardTable table = table(3, 1, WIDE).enable();
        table.trick(new ReaderTrick.PowerBlip());
        table.world.run(5_000);
        table.events.clear();

        buy(table, 128_000);

        assertThat(table.events).endsWith(new VendApproved(128_000));
    }

    @Test
    void leavesAlwaysIdleOffUnlessTheCounterWantsIt() {
        assertThat(ready(table(3, 1, IDLE).enable()).abilities())
                .doesNotContain(Ability.ALWAYS_IDLE);
    }

    @Test
    void asksBeforeACardIsThereWhenTheReaderIsAlwaysIdle() {
        CardTable table = alwaysIdle();
        assertThat(table.events).endsWith(new SessionBegan(-1));
        table.command(new RequestVend(350, 11));
        table.world.run(5_000);
        assertThat(table.events).endsWith(new SessionBegan(-1));

        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(2_000);
        assertThat(table.events).endsWith(new VendApproved(350));
        table.command(new ConfirmVend(11));
        table.world.run(2_000);

        assertThat(table.events).endsWith(new VendConfirmed(), new SessionEnded());
        assertThat(table.ledger().keptMinor()).isEqualTo(350);
    }

    @Test
    void runsASessionTheOldWayWhenTheCardComesFirstToAnAlwaysIdleReader() {
        CardTable table = alwaysIdle();
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(1_000);
        assertThat(table.events).endsWith(new SessionBegan(1_000));

        table.command(new RequestVend(350, 11));
        table.world.run(2_000);
        table.command(new ConfirmVend(11));
        table.world.run(2_000);

        assertThat(table.ledger().keptMinor()).isEqualTo(350);
    }

    @Test
    void givesUpARequestOfAnAlwaysIdleReaderWithoutACard() {
        CardTable table = alwaysIdle();
        table.command(new RequestVend(350, 11));
        table.world.run(1_000);

        table.command(new Disable());
        table.world.run(3_000);

        assertThat(table.events).endsWith(new SessionEnded());
        assertThat(table.reader.state()).isEqualTo(ReaderState.DISABLED);
    }

    @Test
    void takesTwoItemsInOneSessionOfAReaderThatCan() {
        CardTable table = table(2, 1 | MULTIVEND, 0).enable();
        buy(table, 350);
        table.command(new ConfirmVend(11, true));
        table.world.run(1_000);
        assertThat(table.events).endsWith(new VendConfirmed(), new SessionBegan(-1));

        table.command(new RequestVend(420, 12));
        table.world.run(2_000);
        table.command(new FailVend());
        table.world.run(2_000);

        assertThat(table.events)
                .endsWith(new FailureSettled(Settlement.REFUNDED), new SessionEnded());
        assertThat(count(table, SessionEnded.class)).isOne();
        assertThat(table.ledger().keptMinor()).isEqualTo(350);
        assertThat(table.ledger().refundedMinor()).isEqualTo(420);
    }

    @Test
    void goesOnInTheSessionAfterAnItemThatWasGivenBack() {
        CardTable table = table(2, 1 | MULTIVEND, 0).enable();
        buy(table, 350);
        table.command(new FailVend(true));
        table.world.run(1_000);

        assertThat(table.events)
                .endsWith(new FailureSettled(Settlement.REFUNDED), new SessionBegan(-1));
    }

    @Test
    void endsTheSessionOfAReaderThatTakesOneItemOnly() {
        CardTable table = table(2, 1, 0).enable();
        buy(table, 350);
        table.command(new ConfirmVend(11, true));
        table.world.run(1_000);

        assertThat(table.events).endsWith(new VendConfirmed(), new SessionEnded());
    }

    @Test
    void reportsCashSalesToAReaderThatKeepsBooksOfThem() {
        CardTable table = table(2, 1 | CASH_SALE, 0).enable();
        table.command(new ReportCashSale(500, 12));
        table.world.run(1_000);

        assertThat(table.events).endsWith(new CashlessEvent.CashSaleNoted());
        assertThat(table.reader.desk().cashMinor()).isEqualTo(500);
        CardTable other = table(2, 1, 0).enable();
        other.command(new ReportCashSale(500, 12));
        other.world.run(20_000);
        assertThat(other.events).doesNotContain(new CashlessEvent.CashSaleNoted());
        assertThat(other.events).noneMatch(ReaderLost.class::isInstance);
    }

    @Test
    void putsMoneyOntoACardWithinItsLimit() {
        CardTable table = table(2, 1, 0).enable();
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(1_000);
        table.command(new AskRevalueLimit());
        table.world.run(1_000);
        assertThat(table.events).endsWith(new CashlessEvent.RevalueLimit(5_000));
        table.command(new Revalue(2_000));
        table.world.run(1_000);
        assertThat(table.events).endsWith(new CashlessEvent.RevalueApproved());
        table.command(new Revalue(5_001));
        table.world.run(1_000);

        assertThat(table.events).endsWith(new CashlessEvent.RevalueDenied());
        assertThat(table.reader.desk().revaluedMinor()).isEqualTo(2_000);
    }

    @Test
    void putsNoMoneyOntoACardOfLevelOneOrWithoutACard() {
        CardTable one = table(1, 1, 0).enable();
        one.trick(new ReaderTrick.TapCard(1_000));
        one.world.run(1_000);
        one.command(new Revalue(2_000));
        CardTable nobody = table(2, 1, 0).enable();
        nobody.command(new Revalue(2_000));

        assertThat(one.events).endsWith(new CashlessEvent.RevalueDenied());
        assertThat(nobody.events).endsWith(new CashlessEvent.RevalueDenied());
    }

    /** Found by fuzzing: the sixth question stopped the agent. */
    @Test
    void tellsTheTimeToAReaderThatAsksAgainAndAgain() {
        CardTable table = table(2, 1, 0).enable();
        for (int i = 0; i < 30; i++) {
            table.command(new TellTime("26112717200005FFFFFF"));
        }
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(2_000);
        table.command(new CashlessCommand.RequestVend(350, 11));
        table.world.run(2_000);

        assertThat(table.reader.clock()).isEqualTo("26112717200005FFFFFF");
        assertThat(table.events).endsWith(new CashlessEvent.VendApproved(350));
    }

    @Test
    void tellsTheTimeToAReaderThatAsks() {
        CardTable table = table(2, 1, 0).enable();
        table.reader.desk().say(new ReaderMessage.TimeRequest());
        table.world.run(1_000);
        assertThat(table.events).endsWith(new CashlessEvent.TimeWanted());

        table.command(new TellTime("26112717200005FFFFFF"));
        table.world.run(1_000);

        assertThat(table.reader.clock()).isEqualTo("26112717200005FFFFFF");
    }

    @Test
    void hearsWhatAManufacturerDefined() {
        CardTable table = table(1, 1, 0).enable();
        table.command(new AskDiagnostics("01A2"));
        table.world.run(1_000);

        assertThat(table.events).endsWith(new CashlessEvent.DiagnosticsHeard("01A2"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x1156, 0x009C, 0x0086, 0xFFFF, 0x0000})
    void takesEveryWayOfSayingYuan(int country) {
        CardTable table = new CardTable(new ReaderMessage.ReaderConfig(1, country, 1, 2, 5, 1));

        assertThat(ready(table.enable()).level()).isOne();
    }

    @ParameterizedTest
    @ValueSource(ints = {0x1840, 0x1978, 0x0001, 0x0156})
    void refusesAReaderOfAnotherCurrencyByName(int country) {
        CardTable table = new CardTable(new ReaderMessage.ReaderConfig(1, country, 1, 2, 5, 1));
        table.enable();
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(20_000);

        String told = String.format(Locale.ROOT, "%04X", country);
        assertThat(table.events)
                .contains(
                        new Misfit(Lie.CURRENCY, told),
                        new ReaderLost("the reader counts in currency " + told));
        assertThat(table.events).noneMatch(ReaderReady.class::isInstance);
        assertThat(table.ledger().approvedMinor()).isZero();
    }

    static Stream<Arguments> lies() {
        return Stream.of(
                Arguments.of(1, 2), Arguments.of(1, 3), Arguments.of(2, 1), Arguments.of(3, 1));
    }

    @ParameterizedTest
    @MethodSource("lies")
    void namesAReaderThatSpeaksAnotherLevelThanItSaid(int told, int spoken) {
        CardTable table =
                new CardTable(model(told, 1).speakingAsLevel(spoken), CashlessSettings.USUAL)
                        .enable();
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(5_000);

        assertThat(table.events).anyMatch(ReaderLevelsTest::isLieAboutLevel);
        assertThat(table.events).noneMatch(SessionBegan.class::isInstance);
        assertThat(table.events).as("set up again").endsWith(ready(table));
        assertThat(count(table, ReaderReady.class)).isEqualTo(2);
    }

    @Test
    void neverTakesAnApprovalOfTheOldWidthForMoney() {
        CardTable table = table(3, 1, WIDE).enable();
        table.trick(new ReaderTrick.TapCard(1_000));
        table.world.run(1_000);
        table.host.spoil(ReaderLevelsTest::narrowed);
        table.command(new RequestVend(350, 11));
        table.world.run(5_000);

        assertThat(table.events).noneMatch(VendApproved.class::isInstance);
        assertThat(table.events).anyMatch(CashlessEvent.Garbled.class::isInstance);
    }

    /** An approval in the form that held before the options were enabled. */
    private static byte[] narrowed(byte[] line) {
        String text = new String(line, StandardCharsets.US_ASCII);
        return text.startsWith("10 05")
                ? "10 05 01 5E\r\n".getBytes(StandardCharsets.US_ASCII)
                : line;
    }

    private static boolean isLieAboutLevel(CashlessEvent event) {
        return event instanceof Misfit misfit && misfit.lie() == Lie.LEVEL;
    }

    private static CardTable alwaysIdle() {
        return new CardTable(
                        model(3, 1).offering(IDLE),
                        new CashlessSettings(CashlessAddress.FIRST, true))
                .enable();
    }

    private static CardTable table(int level, int abilities, long offered) {
        return new CardTable(model(level, abilities).offering(offered), CashlessSettings.USUAL);
    }

    private static ReaderModel model(int level, int abilities) {
        return new ReaderModel(new ReaderMessage.ReaderConfig(level, 0x1156, 1, 2, 5, abilities));
    }

    private static ReaderReady ready(CardTable table) {
        return table.events.stream()
                .filter(ReaderReady.class::isInstance)
                .map(ReaderReady.class::cast)
                .findFirst()
                .orElse(new ReaderReady(0, Set.of(), 0, 0));
    }

    private static void buy(CardTable table, long price) {
        table.trick(new ReaderTrick.TapCard(1_000_000));
        table.world.run(1_000);
        table.command(new RequestVend(price, 11));
        table.world.run(2_000);
    }

    private static long count(CardTable table, Class<? extends CashlessEvent> kind) {
        return table.events.stream().filter(kind::isInstance).count();
    }
}
