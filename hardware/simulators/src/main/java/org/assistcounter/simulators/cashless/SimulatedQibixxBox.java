package org.assistcounter.simulators.cashless;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.devices.line.Shown;

/**
 * A Qibixx box with its reader: ASCII lines, authorisation first.
 *
 * <p>Fault model. Its line: the next one with a wrong byte, noise instead, lost, or said twice;
 * silent for a while. The shopper and issuer: no funds, refusal, card taken away, late answer, an
 * approval of nothing. The next command answered by an error line. A refund that fails without a
 * word. A restart of the box in any state: it is off then and says nothing, and the reader keeps
 * approved money, as after a reset. It never approves twice.
 */
public final class SimulatedQibixxBox implements LineDriver<ReaderTrick, ReaderSnapshot> {

    private final List<String> faults = new ArrayList<>();
    private final List<byte[]> sends = new ArrayList<>();
    private final StringBuilder fromHost = new StringBuilder();
    private CardLedger ledger = CardLedger.EMPTY;
    private ReaderState state = ReaderState.INACTIVE;
    private final Shown<ReaderSnapshot> shown = new Shown<>();
    private boolean connected;
    private long fundsMinor;
    private long askedMinor;
    private int askedItem;
    private long decideAfterMillis = 800;
    private long decideAtMillis = Long.MAX_VALUE;
    private long silentUntilMillis = Long.MIN_VALUE;

    ReaderState state() {
        return state;
    }

    CardLedger ledger() {
        return ledger;
    }

    /** The next line is said twice. */
    void repeatNext() {
        faults.add("repeat-next");
    }

    /** The next command is answered by an error. */
    void errNext() {
        faults.add("err-next");
    }

    @Override
    public LineOutput<ReaderSnapshot> opened(long nowMillis) {
        connected = true;
        fromHost.setLength(0);
        return output();
    }

    @Override
    public LineOutput<ReaderSnapshot> closed(long nowMillis) {
        connected = false;
        return output();
    }

    @Override
    public LineOutput<ReaderSnapshot> received(byte[] bytes, long nowMillis) {
        fromHost.append(new String(bytes, StandardCharsets.US_ASCII));
        int end = fromHost.indexOf("\n");
        while (end >= 0) {
            String line = fromHost.substring(0, end);
            fromHost.delete(0, end + 1);
            if (nowMillis >= silentUntilMillis) {
                obey(line, nowMillis);
            }
            end = fromHost.indexOf("\n");
        }
        return output();
    }

    @Override
    public LineOutput<ReaderSnapshot> commanded(ReaderTrick trick, long nowMillis) {
        switch (trick) {
            case ReaderTrick.TapCard(long funds) -> tap(funds, nowMillis);
            case ReaderTrick.RemoveCard() -> removeCard(nowMillis);
            case ReaderTrick.DenyNext() -> faults.add("deny-next");
            case ReaderTrick.ApproveNothingNext() -> faults.add("approve-nothing-next");
            case ReaderTrick.ApproveLessNext() -> faults.add("approve-less-next");
            case ReaderTrick.FailNextRefund() -> faults.add("refund-fails");
            case ReaderTrick.SlowRefund ignored -> {}
            case ReaderTrick.DecideAfter(long millis) -> decideAfterMillis = millis;
            case ReaderTrick.PowerBlip() -> off();
            case ReaderTrick.FlipNext() -> faults.add("flip-next");
            case ReaderTrick.NoiseNext() -> faults.add("noise-next");
            case ReaderTrick.LoseNext() -> faults.add("lose-next");
            case ReaderTrick.GoSilent(long millis) -> silentUntilMillis = nowMillis + millis;
        }
        return output();
    }

    @Override
    public LineOutput<ReaderSnapshot> elapsed(long nowMillis) {
        if (nowMillis >= decideAtMillis) {
            decide(nowMillis);
        }
        return output();
    }

    @Override
    public long deadlineMillis() {
        return decideAtMillis;
    }

    private void obey(String line, long now) {
        if (faults.remove("err-next")) {
            say("d,ERR,\"-1\"", now);
            return;
        }
        String[] words = line.split(",", -1);
        switch (words.length < 2 ? line : words[0] + "," + words[1]) {
            case "D,0" -> off();
            case "D,1" -> on(now);
            case "D,READER" -> enable(line.equals("D,READER,1"), now);
            case "D,REQ" -> ask(words, now);
            case "D,END" -> end(line.equals("D,END,-1"), now);
            default -> say("d,ERR,\"unknown\"", now);
        }
    }

    private void off() {
        ledger = ledger.kept();
        state = ReaderState.INACTIVE;
        decideAtMillis = Long.MAX_VALUE;
    }

    private void on(long now) {
        state = ReaderState.DISABLED;
        say("d,STATUS,RESET", now);
        say("d,STATUS,INIT,0", now);
    }

    private void enable(boolean cards, long now) {
        if (state == ReaderState.INACTIVE) {
            say("d,ERR,\"-1\"", now);
        } else if (state == ReaderState.DISABLED || state == ReaderState.ENABLED) {
            state = cards ? ReaderState.ENABLED : ReaderState.DISABLED;
            if (cards) {
                say("d,STATUS,IDLE", now);
            }
        }
    }

    private void tap(long funds, long now) {
        if (state == ReaderState.ENABLED) {
            fundsMinor = funds;
            state = ReaderState.SESSION_IDLE;
            say("d,STATUS,CREDIT," + decimal(funds) + ",0", now);
        }
    }

    private void removeCard(long now) {
        if (state == ReaderState.SESSION_IDLE || state == ReaderState.VEND_ASKED) {
            state = ReaderState.ENABLED;
            decideAtMillis = Long.MAX_VALUE;
            say("d,STATUS,IDLE", now);
        }
    }

    private void ask(String[] words, long now) {
        if (words[2].equals("-1")) {
            cancel(now);
        } else if (state == ReaderState.SESSION_IDLE) {
            state = ReaderState.VEND_ASKED;
            askedMinor = Long.parseLong(words[2].replace(".", ""));
            askedItem = Integer.parseInt(words[3]);
            decideAtMillis = now + decideAfterMillis;
            say("d,STATUS,VEND", now);
        } else {
            say("d,ERR,\"-1\"", now);
        }
    }

    private void cancel(long now) {
        if (state == ReaderState.VEND_ASKED) {
            deny(now);
        }
    }

    private void decide(long now) {
        decideAtMillis = Long.MAX_VALUE;
        if (faults.remove("deny-next") || askedMinor > fundsMinor) {
            deny(now);
            return;
        }
        long wanted = faults.remove("approve-less-next") ? askedMinor / 2 : askedMinor;
        long taken = faults.remove("approve-nothing-next") ? 0 : wanted;
        state = ReaderState.VEND_APPROVED;
        ledger = ledger.approved(askedItem, taken);
        say("d,STATUS,RESULT,1," + decimal(taken), now);
    }

    private void deny(long now) {
        decideAtMillis = Long.MAX_VALUE;
        state = ReaderState.SESSION_IDLE;
        ledger = ledger.denied(askedItem, askedMinor);
        say("d,STATUS,RESULT,-1", now);
    }

    private void end(boolean failed, long now) {
        if (state == ReaderState.INACTIVE || state == ReaderState.DISABLED) {
            say("d,ERR,\"-1\"", now);
            return;
        }
        boolean isRefunded = failed && !faults.remove("refund-fails");
        ledger = isRefunded ? ledger.refunded() : ledger.kept();
        state = ReaderState.ENABLED;
        decideAtMillis = Long.MAX_VALUE;
        say("d,STATUS,IDLE", now);
    }

    private static String decimal(long minor) {
        return String.format(Locale.ROOT, "%d.%02d", minor / 100, minor % 100);
    }

    private void say(String line, long now) {
        boolean isLost = faults.remove("lose-next");
        if (!connected || isLost || now < silentUntilMillis) {
            return;
        }
        byte[] bytes = (line + "\r\n").getBytes(StandardCharsets.US_ASCII);
        if (faults.remove("flip-next")) {
            bytes[0] ^= 0x41;
        }
        if (faults.remove("noise-next")) {
            bytes = new byte[] {(byte) 0xE7, 0x13, 'Q', '\n'};
        }
        sends.add(bytes);
        if (faults.remove("repeat-next")) {
            sends.add(bytes.clone());
        }
    }

    private LineOutput<ReaderSnapshot> output() {
        ReaderSnapshot snapshot = new ReaderSnapshot(state, ledger, faults, connected);
        return shown.drained(sends, snapshot);
    }
}
