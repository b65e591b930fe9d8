package org.assistcounter.simulators.cashless;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.assistcounter.devices.line.LineDriver;
import org.assistcounter.devices.line.LineOutput;
import org.assistcounter.devices.line.Shown;
import org.assistcounter.devices.mdb.Decoded;
import org.assistcounter.devices.mdb.SessionForm;
import org.assistcounter.devices.mdb.VmcMessage;
import org.assistcounter.devices.mdb.VmcMessageCodec;

/**
 * The Wafer-type box between a host's line and a simulated reader: polls the reader, acknowledges
 * its data, and passes both ways. It keeps the reader alive while no host is there.
 *
 * <p>Fault model. Its line to the host: the next line with a wrong byte, noise instead, or lost; or
 * silent for a while, when it neither hears nor says anything but goes on polling. While no host is
 * there it keeps the 16 oldest lines of its own polls and drops the rest; answers to a host that
 * has gone are dropped, as nobody waits for them. Bytes that begin no command, and commands broken
 * off for 50 ms, get {@code FF}. The bus behind it is sound.
 */
public final class SimulatedWaferBox implements LineDriver<ReaderTrick, ReaderSnapshot> {

    private static final long BROKEN_OFF_MILLIS = 50;
    private static final int UNSENT_LINES_MAX = 16;
    private static final String NOT_TAKEN = "FF";
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ").withUpperCase();

    private final SimulatedCashlessReader reader;
    private final byte[] pollData;
    private final long pollMillis;
    private final ByteArrayOutputStream fromHost = new ByteArrayOutputStream();
    private final Deque<String> unsent = new ArrayDeque<>();
    private final List<byte[]> sends = new ArrayList<>();
    private final Shown<ReaderSnapshot> shown = new Shown<>();
    private boolean connected;
    private long pollAtMillis;
    private long heardAtMillis;
    private long silentUntilMillis = Long.MIN_VALUE;

    public SimulatedWaferBox(SimulatedCashlessReader reader, long pollMillis) {
        this.reader = reader;
        this.pollData =
                VmcMessageCodec.encode(
                        new VmcMessage.Poll(), SessionForm.UNKNOWN, reader.address());
        this.pollMillis = pollMillis;
    }

    @Override
    public LineOutput<ReaderSnapshot> opened(long nowMillis) {
        connected = true;
        fromHost.reset();
        unsent.forEach(line -> say(line, nowMillis));
        unsent.clear();
        return output(nowMillis);
    }

    @Override
    public LineOutput<ReaderSnapshot> closed(long nowMillis) {
        connected = false;
        return output(nowMillis);
    }

    @Override
    public LineOutput<ReaderSnapshot> received(byte[] bytes, long nowMillis) {
        if (nowMillis < silentUntilMillis) {
            return output(nowMillis);
        }
        heardAtMillis = nowMillis;
        for (byte each : bytes) {
            fromHost.write(each);
            cut(nowMillis);
        }
        return output(nowMillis);
    }

    @Override
    public LineOutput<ReaderSnapshot> commanded(ReaderTrick trick, long nowMillis) {
        switch (trick) {
            case ReaderTrick.TapCard(long funds) -> reader.desk().tap(funds, nowMillis);
            case ReaderTrick.RemoveCard() -> reader.desk().removeCard();
            case ReaderTrick.DenyNext() -> reader.fault("deny-next");
            case ReaderTrick.ApproveNothingNext() -> reader.fault("approve-nothing-next");
            case ReaderTrick.ApproveLessNext() -> reader.fault("approve-less-next");
            case ReaderTrick.FailNextRefund() -> reader.fault("refund-fails");
            case ReaderTrick.SlowRefund(long millis) -> reader.desk().refundSlowly(millis);
            case ReaderTrick.DecideAfter(long millis) -> reader.desk().decideAfter(millis);
            case ReaderTrick.PowerBlip() -> reader.desk().reset();
            case ReaderTrick.FlipNext() -> reader.fault("flip-next");
            case ReaderTrick.NoiseNext() -> reader.fault("noise-next");
            case ReaderTrick.LoseNext() -> reader.fault("lose-next");
            case ReaderTrick.GoSilent(long millis) -> silentUntilMillis = nowMillis + millis;
        }
        return output(nowMillis);
    }

    @Override
    public LineOutput<ReaderSnapshot> elapsed(long nowMillis) {
        reader.tick(nowMillis);
        if (fromHost.size() > 0 && nowMillis - heardAtMillis >= BROKEN_OFF_MILLIS) {
            pausedIn(nowMillis);
        }
        if (nowMillis >= pollAtMillis) {
            pollAtMillis = nowMillis + pollMillis;
            poll(nowMillis);
        }
        return output(nowMillis);
    }

    @Override
    public long deadlineMillis() {
        return fromHost.size() > 0
                ? Math.min(pollAtMillis, heardAtMillis + BROKEN_OFF_MILLIS)
                : pollAtMillis;
    }

    /** A pause ends a message whose length nothing else tells, and breaks off any other. */
    private void pausedIn(long now) {
        byte[] bytes = fromHost.toByteArray();
        fromHost.reset();
        if (VmcMessageCodec.decode(bytes, reader.form(), reader.address())
                instanceof Decoded.Understood<VmcMessage>) {
            pass(bytes, now);
        } else {
            say(NOT_TAKEN, now);
        }
    }

    private void cut(long now) {
        byte[] bytes = fromHost.toByteArray();
        int length = VmcMessageCodec.lengthOf(bytes, bytes.length, reader.form());
        if (length < 0) {
            fromHost.reset();
            say(NOT_TAKEN, now);
        } else if (length > 0 && length == bytes.length) {
            fromHost.reset();
            pass(bytes, now);
        }
    }

    private void pass(byte[] command, long now) {
        int[] words = reader.heard(BusWords.fromVmc(command), now);
        if (words.length == 0) {
            say(NOT_TAKEN, now);
        } else {
            acknowledgeData(words);
            say(HEX.formatHex(BusWords.bytes(words)) + " ", now);
        }
    }

    private void poll(long now) {
        int[] words = reader.heard(BusWords.fromVmc(pollData), now);
        if (words.length < 2) {
            return;
        }
        acknowledgeData(words);
        byte[] data = BusWords.bytes(Arrays.copyOf(words, words.length - 1));
        String line = HEX.toHexDigits((byte) reader.address().base()) + " " + HEX.formatHex(data);
        if (connected) {
            say(line, now);
        } else if (unsent.size() < UNSENT_LINES_MAX) {
            unsent.add(line);
        }
    }

    private void acknowledgeData(int[] words) {
        if (words.length > 1) {
            reader.desk().acknowledged();
        }
    }

    private void say(String line, long now) {
        boolean isLost = reader.faults().remove("lose-next");
        if (!connected || isLost || now < silentUntilMillis) {
            return;
        }
        byte[] bytes = (line + "\r\n").getBytes(StandardCharsets.US_ASCII);
        if (reader.faults().remove("flip-next")) {
            bytes[bytes.length / 2] ^= 0x41;
        }
        if (reader.faults().remove("noise-next")) {
            bytes = new byte[] {(byte) 0xE7, 0x13, 'Q', '\n'};
        }
        sends.add(bytes);
    }

    private LineOutput<ReaderSnapshot> output(long now) {
        List<String> faults = new ArrayList<>(reader.faults());
        if (now < silentUntilMillis) {
            faults.add("silent");
        }
        ReaderSnapshot snapshot =
                new ReaderSnapshot(reader.state(), reader.ledger(), faults, connected);
        return shown.drained(sends, snapshot);
    }
}
