package org.assistcounter.devices.qibixx;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cuts the box's bytes into lines and reads them. A line that never ends is dropped up to the next
 * end; an amount that is not one refuses its line, because money must not be guessed.
 */
final class QibixxLineReader {

    private static final int LINE_BYTES_MAX = 128;
    private static final Pattern PRINTABLE = Pattern.compile("[ -~]*");
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,9})(\\.(\\d{1,2}))?");

    private final StringBuilder line = new StringBuilder();
    private boolean overlong;

    void clear() {
        line.setLength(0);
        overlong = false;
    }

    List<QibixxLine> received(byte[] bytes) {
        List<QibixxLine> lines = new ArrayList<>();
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            if (each == '\n') {
                ended(lines);
            } else if (line.length() < LINE_BYTES_MAX) {
                line.append(each);
            } else {
                overlong = true;
            }
        }
        return lines;
    }

    private void ended(List<QibixxLine> lines) {
        String text = line.toString().strip();
        boolean tooLong = overlong;
        clear();
        if (tooLong) {
            lines.add(new QibixxLine.Unusable("", "longer than " + LINE_BYTES_MAX + " bytes"));
        } else if (!PRINTABLE.matcher(text).matches()) {
            lines.add(new QibixxLine.Unusable("", "not ASCII"));
        } else if (!text.isEmpty()) {
            lines.add(read(text));
        }
    }

    private static QibixxLine read(String text) {
        String[] words = text.split(",", -1);
        if (words[0].equals("d") && words.length >= 2) {
            return switch (words[1]) {
                case "STATUS" -> status(text, words);
                case "ERR", "NACK" -> new QibixxLine.Failed(text);
                default -> new QibixxLine.Other();
            };
        }
        boolean isOther = words[0].length() == 1 && Character.isLowerCase(words[0].charAt(0));
        return isOther && words.length >= 2
                ? new QibixxLine.Other()
                : new QibixxLine.Unusable(text, "no line of the box begins so");
    }

    private static QibixxLine status(String text, String[] words) {
        return switch (words.length < 3 ? "" : words[2]) {
            case "RESET" -> new QibixxLine.Reset();
            case "INIT" -> new QibixxLine.Initialised(words.length > 3 && words[3].equals("1"));
            case "IDLE" -> new QibixxLine.Idle();
            case "VEND" -> new QibixxLine.Vending();
            case "CREDIT" -> credit(words);
            case "RESULT" -> result(text, words);
            default -> new QibixxLine.Unusable(text, "no status of the box");
        };
    }

    private static QibixxLine credit(String[] words) {
        return new QibixxLine.Credit(words.length < 4 ? -1 : minor(words[3]).orElse(-1L));
    }

    private static QibixxLine result(String text, String[] words) {
        if (words.length < 4) {
            return new QibixxLine.Unusable(text, "a result of nothing");
        }
        if (!words[3].equals("1")) {
            return new QibixxLine.Denied();
        }
        Optional<Long> amount = words.length < 5 ? Optional.empty() : minor(words[4]);
        return amount.isPresent()
                ? new QibixxLine.Approved(amount.get())
                : new QibixxLine.Unusable(text, "an approval without its amount");
    }

    private static Optional<Long> minor(String amount) {
        var matcher = AMOUNT.matcher(amount);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String cents = matcher.group(3) == null ? "00" : (matcher.group(3) + "0").substring(0, 2);
        return Optional.of(Long.parseLong(matcher.group(1)) * 100 + Long.parseLong(cents));
    }
}
