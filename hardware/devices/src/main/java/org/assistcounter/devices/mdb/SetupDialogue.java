package org.assistcounter.devices.mdb;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.devices.cashless.CashlessEvent.Ability;
import org.assistcounter.devices.cashless.CashlessEvent.Lie;
import org.jspecify.annotations.Nullable;

/**
 * Set-up (MDB/ICP 4.2 §7.4.1-§7.4.16, §7.4.22): QUIET or any -> RESETTING -> AWAITING_JUST_RESET ->
 * CONFIGURING -> PRICING -> IDENTIFYING [-> OPTING [-> PRICING_AGAIN]] -> DISABLED <-> ENABLED. No
 * answer in time -> OFFLINE -> RESETTING every 10 s.
 */
class SetupDialogue extends CashlessDialogue {

    private static final int VMC_LEVEL = 3;
    private static final int DISPLAY_COLUMNS = 16;
    private static final int DISPLAY_ROWS = 2;
    private static final int DISPLAY_FULL_ASCII = 1;
    private static final Identification VMC =
            new Identification("ACM", "000000000001", "KIOSK-AGENT1", 0x0100);

    private final CashlessSettings settings;
    private ReaderMessage.@Nullable ReaderConfig config;
    private long options;

    SetupDialogue(CashlessSettings settings) {
        super(settings.address());
        this.settings = settings;
    }

    /** The reader's own time limit for an answer, and never less than the general one (§7.5). */
    long responseMillis(long leastMillis) {
        ReaderMessage.ReaderConfig known = config;
        return known == null
                ? leastMillis
                : Math.max(leastMillis, known.responseSecondsMax() * 1_000L);
    }

    private ReaderMessage.ReaderConfig config() {
        ReaderMessage.ReaderConfig known = config;
        if (known == null) {
            throw new IllegalStateException("A price before the reader said how it counts.");
        }
        return known;
    }

    PriceScale scale() {
        return new PriceScale(config().scale(), config().decimals(), form().isExpanded());
    }

    boolean isMultivend() {
        return config != null && config.isMultivend();
    }

    boolean hasCashSale() {
        return config != null && config.hasCashSale();
    }

    boolean isAlwaysIdle() {
        return ReaderOption.ALWAYS_IDLE.isIn(options);
    }

    /** SETUP: after JUST RESET, asked for or not. */
    void configure(long now) {
        exchange.clear();
        agreeOn(SessionForm.UNKNOWN);
        options = 0;
        enter(Phase.CONFIGURING, responseMillis(Exchange.NON_RESPONSE_MILLIS), now);
        send(
                new VmcMessage.SetupConfig(
                        VMC_LEVEL, DISPLAY_COLUMNS, DISPLAY_ROWS, DISPLAY_FULL_ASCII),
                now);
    }

    void configured(ReaderMessage.ReaderConfig reader, long now) {
        if (phase() != Phase.CONFIGURING) {
            return;
        }
        exchange.drop(VmcMessage.SetupConfig.class, now);
        if (!CashlessSettings.isOurs(reader.country())) {
            String told = String.format(Locale.ROOT, "%04X", reader.country());
            tell(new CashlessEvent.Misfit(Lie.CURRENCY, told));
            lost("the reader counts in currency " + told, now);
            return;
        }
        config = reader;
        exchange.waitFor(responseMillis(Exchange.NON_RESPONSE_MILLIS));
        agreeOn(
                new SessionForm(
                        Math.min(VMC_LEVEL, reader.level()), DISPLAY_COLUMNS * DISPLAY_ROWS));
        enterUntilAnswered(Phase.PRICING, now);
        sendPrices(now);
    }

    private void sendPrices(long now) {
        send(new VmcMessage.SetupPrices(Fields.UNKNOWN, 0, CashlessSettings.CURRENCY), now);
    }

    void pricesTaken(long now) {
        if (phase() == Phase.PRICING) {
            enter(Phase.IDENTIFYING, responseMillis(Exchange.NON_RESPONSE_MILLIS), now);
            send(new VmcMessage.RequestId(VMC), now);
        } else if (phase() == Phase.PRICING_AGAIN) {
            ready(now);
        }
    }

    /** Of what the reader offers, what we use is switched on; all is off after a reset. */
    void identified(ReaderMessage.PeripheralId id, long now) {
        if (phase() != Phase.IDENTIFYING) {
            return;
        }
        exchange.drop(VmcMessage.RequestId.class, now);
        long wanted = form().level() >= 3 ? settings.wanted(id.optionBits()) : 0;
        if (wanted == 0) {
            ready(now);
            return;
        }
        enterUntilAnswered(Phase.OPTING, now);
        send(new VmcMessage.EnableOptions(wanted), now);
    }

    void optionsTaken(long bits, long now) {
        if (phase() != Phase.OPTING) {
            return;
        }
        options = bits;
        agreeOn(form().withOptions(bits));
        if (form().isExpanded()) {
            enterUntilAnswered(Phase.PRICING_AGAIN, now);
            sendPrices(now);
        } else {
            ready(now);
        }
    }

    /** Set up. The reader has answered everything that matters. */
    void ready(long now) {
        exchange.drop(VmcMessage.RequestId.class, now);
        enter(Phase.DISABLED);
        tell(
                new CashlessEvent.ReaderReady(
                        form().level(), abilities(), scale().stepMinor(), scale().mostMinor()));
        reconcile(now);
    }

    private Set<Ability> abilities() {
        Set<Ability> abilities = EnumSet.noneOf(Ability.class);
        add(abilities, Ability.REFUND, config().canRefund());
        add(abilities, Ability.MULTIVEND, isMultivend());
        add(abilities, Ability.CASH_SALE, hasCashSale());
        add(abilities, Ability.REVALUE, form().level() >= 2);
        add(abilities, Ability.WIDE_AMOUNTS, form().isExpanded());
        add(abilities, Ability.ALWAYS_IDLE, isAlwaysIdle());
        return abilities;
    }

    private static void add(Set<Ability> abilities, Ability ability, boolean has) {
        if (has) {
            abilities.add(ability);
        }
    }

    /** The session is over in order. */
    void sessionEnded(long now) {
        tell(new CashlessEvent.SessionEnded());
        exchange.drop(VmcMessage.SessionComplete.class, now);
        enter(isStarted() ? Phase.ENABLED : Phase.QUIET);
        if (isStarted() && form().level() == 0) {
            restart(now);
        }
        reconcile(now);
        beginIdle();
    }

    /** A reader that is always idle may be asked as soon as it takes cards: that is a session. */
    void beginIdle() {
        if (phase() == Phase.ENABLED && isAlwaysIdle() && takeAwaited()) {
            tell(new CashlessEvent.SessionBegan(-1));
        }
    }
}
