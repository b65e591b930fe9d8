package org.assistcounter.fleet.spreadsheets;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Which characters a file's bytes are. UTF-8 is tried first: GB 18030 hardly ever looks like it,
 * while almost every UTF-8 file can be read as GB 18030, as other words. For the same reason a file
 * in which both were pasted together is looked for and refused.
 */
final class TextDecoding {

    static final Charset GB18030 = Charset.forName("GB18030");
    private static final String UNKNOWN = "neither UTF-8 nor UTF-16 nor GB 18030";
    private static final Charset GB2312 = Charset.forName("GB2312");

    private TextDecoding() {}

    static String decode(byte[] file) throws Refused {
        if (startsWith(file, 0xEF, 0xBB, 0xBF)) {
            return text(strict(file, 3, UTF_8));
        }
        if (startsWith(file, 0xFF, 0xFE)) {
            return text(strict(file, 2, StandardCharsets.UTF_16LE));
        }
        if (startsWith(file, 0xFE, 0xFF)) {
            return text(strict(file, 2, StandardCharsets.UTF_16BE));
        }
        Optional<String> utf8 = strict(file, 0, UTF_8);
        if (utf8.isPresent()) {
            return text(utf8);
        }
        for (byte unit : file) {
            if (unit >= 0 && isNeverInText(unit)) {
                throw new Refused("not-text", "neither a text nor an .xlsx file");
            }
        }
        refuseAMixture(file);
        String text = text(strict(file, 0, GB18030));
        if (text.codePoints().anyMatch(point -> !Character.isDefined(point) || point == 0xFFFD)) {
            throw new Refused("wrong-encoding", UNKNOWN);
        }
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String text(Optional<String> decoded) throws Refused {
        String text = decoded.orElseThrow(() -> new Refused("wrong-encoding", UNKNOWN));
        if (text.chars().anyMatch(TextDecoding::isNeverInText)) {
            throw new Refused("not-text", "neither a text nor an .xlsx file");
        }
        return text;
    }

    private static boolean isNeverInText(int unit) {
        return unit < ' ' && unit != '\t' && unit != '\n' && unit != '\r';
    }

    private static Optional<String> strict(byte[] file, int from, Charset charset) {
        return strict(ByteBuffer.wrap(file, from, file.length - from), charset);
    }

    private static Optional<String> strict(ByteBuffer bytes, Charset charset) {
        try {
            return Optional.of(
                    charset.newDecoder()
                            .onMalformedInput(CodingErrorAction.REPORT)
                            .onUnmappableCharacter(CodingErrorAction.REPORT)
                            .decode(bytes)
                            .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** Between these bytes a piece is of one encoding; they are never part of a character. */
    private static boolean isBetweenPieces(byte unit) {
        return unit == ',' || unit == ';' || unit == '\t' || unit == '\n' || unit == '"';
    }

    private static void refuseAMixture(byte[] file) throws Refused {
        int from = 0;
        int line = 1;
        int utf8 = 0;
        int other = 0;
        for (int at = 0; at <= file.length; at++) {
            if (at < file.length && !isBetweenPieces(file[at])) {
                continue;
            }
            ByteBuffer piece = ByteBuffer.wrap(file, from, at - from);
            utf8 = utf8 == 0 && isRatherUtf8(piece) ? line : utf8;
            other = other == 0 && strict(piece.duplicate(), UTF_8).isEmpty() ? line : other;
            line += at < file.length && file[at] == '\n' ? 1 : 0;
            from = at + 1;
        }
        if (utf8 > 0 && other > 0) {
            throw new Refused(
                    "mixed-encodings", "UTF-8 in line " + utf8 + ", not in line " + other);
        }
    }

    private static boolean isRatherUtf8(ByteBuffer piece) {
        Optional<String> utf8 = strict(piece.duplicate(), UTF_8);
        Optional<String> gb = strict(piece.duplicate(), GB18030);
        return utf8.isPresent() && usual(utf8.get()) > gb.map(TextDecoding::usual).orElse(0L);
    }

    /** How many of the 3,755 usual Chinese characters, which GB 2312 puts first, a text has. */
    private static long usual(String text) {
        byte[] bytes = text.getBytes(GB2312);
        long count = 0;
        for (int at = 0; at < bytes.length; at++) {
            int lead = bytes[at] & 0xFF;
            count += lead >= 0xB0 && lead <= 0xD7 ? 1 : 0;
            at += lead >= 0xA1 ? 1 : 0;
        }
        return count;
    }

    private static boolean startsWith(byte[] file, int... units) {
        for (int at = 0; at < units.length; at++) {
            if (file.length <= at || (file[at] & 0xFF) != units[at]) {
                return false;
            }
        }
        return true;
    }
}
