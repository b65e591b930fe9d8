package org.assistcounter.devices.mdb;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * Cuts the box's bytes into lines and reads them: ASCII hexadecimal, spaces, CRLF (Wafer MDB-RS232
 * manual p. 4). An answer to a command has the checksum and no device; data of the box's own poll
 * has the device in front and no checksum. A line that never ends is dropped up to the next end.
 */
final class WaferLineReader {

    private static final int LINE_BYTES_MAX = 3 * (MdbBlock.BYTES_MAX + 1);
    private static final int HEX_SHOWN_MAX = 40;
    private static final List<SessionForm> FORMS =
            List.of(new SessionForm(1, 0), new SessionForm(2, 0), new SessionForm(3, 0, true));

    private final CashlessAddress address;
    private final StringBuilder line = new StringBuilder();
    private boolean overlong;

    WaferLineReader(CashlessAddress address) {
        this.address = address;
    }

    /** Forgets a line that was cut off. */
    void clear() {
        line.setLength(0);
        overlong = false;
    }

    /** The lines that these bytes complete. */
    List<WaferLine> received(byte[] bytes, SessionForm form) {
        List<WaferLine> lines = new ArrayList<>();
        for (byte each : bytes) {
            if (each == '\n') {
                ended(form, lines);
            } else if (line.length() < LINE_BYTES_MAX) {
                line.append((char) Byte.toUnsignedInt(each));
            } else {
                overlong = true;
            }
        }
        return lines;
    }

    private void ended(SessionForm form, List<WaferLine> lines) {
        byte[] raw = line.toString().getBytes(StandardCharsets.ISO_8859_1);
        boolean tooLong = overlong;
        clear();
        if (tooLong) {
            lines.add(unusable(raw, Malformed.TOO_LONG));
            return;
        }
        String text = new String(raw, StandardCharsets.ISO_8859_1).replace(" ", "").strip();
        if (text.isEmpty()) {
            return;
        }
        lines.add(
                isHexadecimal(text) ? read(text, form) : unusable(raw, Malformed.NOT_HEXADECIMAL));
    }

    private WaferLine read(String text, SessionForm form) {
        byte[] bytes = HexFormat.of().parseHex(text);
        int first = Byte.toUnsignedInt(bytes[0]);
        if (bytes.length == 1) {
            return switch (first) {
                case MdbBlock.ACK -> new WaferLine.Acknowledged();
                case MdbBlock.NAK -> new WaferLine.NotTaken();
                default -> unusable(bytes, Malformed.TRUNCATED);
            };
        }
        if (first == address.base()) {
            byte[] data = Arrays.copyOfRange(bytes, 1, bytes.length);
            return switch (ReaderMessageDecoder.decode(data, form)) {
                case Decoded.Understood<List<ReaderMessage>>(var messages) ->
                        isLongSession(data, messages)
                                ? new WaferLine.OfOtherLevel(hex(bytes))
                                : new WaferLine.Polled(messages);
                case Decoded.Refused<List<ReaderMessage>>(var reason) ->
                        isSessionOfOtherForm(data)
                                ? new WaferLine.OfOtherLevel(hex(bytes))
                                : unusable(bytes, reason);
            };
        }
        return answer(bytes, form);
    }

    private WaferLine answer(byte[] bytes, SessionForm form) {
        Decoded<List<ReaderMessage>> decoded =
                MdbBlock.withoutChecksum(bytes)
                        .then(data -> ReaderMessageDecoder.decode(data, form));
        return switch (decoded) {
            case Decoded.Understood<List<ReaderMessage>>(var messages) ->
                    new WaferLine.Answered(messages);
            case Decoded.Refused<List<ReaderMessage>>(var reason) ->
                    isOtherDevice(bytes) ? new WaferLine.OfOtherDevice() : unusable(bytes, reason);
        };
    }

    /** The zeros of a session longer than agreed on read as resets, which nobody says so. */
    private static boolean isLongSession(byte[] data, List<ReaderMessage> messages) {
        return messages.getFirst() instanceof ReaderMessage.BeginSession
                && messages.contains(new ReaderMessage.JustReset())
                && isSessionOfOtherForm(data);
    }

    private static boolean isSessionOfOtherForm(byte[] data) {
        return FORMS.stream()
                .map(form -> ReaderMessageDecoder.decode(data, form))
                .anyMatch(decoded ->
                        decoded instanceof Decoded.Understood<List<ReaderMessage>>(var all)
                                && all.size() == 1
                                && all.getFirst() instanceof ReaderMessage.BeginSession);
    }

    /** Device addresses are multiples of eight (MDB/ICP 4.2 §2.3). */
    private boolean isOtherDevice(byte[] bytes) {
        int first = Byte.toUnsignedInt(bytes[0]);
        return first >= 0x08 && first <= 0x78 && first % 8 == 0 && first != address.base();
    }

    private static boolean isHexadecimal(String text) {
        return text.length() % 2 == 0 && text.chars().allMatch(HexFormat::isHexDigit);
    }

    private static WaferLine unusable(byte[] bytes, Malformed reason) {
        return new WaferLine.Unusable(hex(bytes), reason);
    }

    private static String hex(byte[] bytes) {
        int shown = Math.min(bytes.length, HEX_SHOWN_MAX);
        String hex = HexFormat.ofDelimiter(" ").withUpperCase().formatHex(bytes, 0, shown);
        return shown < bytes.length ? hex + " .." : hex;
    }
}
