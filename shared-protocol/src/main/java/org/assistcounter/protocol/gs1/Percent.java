package org.assistcounter.protocol.gs1;

import java.util.HexFormat;

/** Percent-encoding (RFC 3986, 2.1) of the characters of set 82, each of which is one byte. */
final class Percent {
    private static final String UNRESERVED = "-._~";
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int ESCAPE_LENGTH = 3;

    private Percent() {}

    static String encode(String text) {
        StringBuilder encoded = new StringBuilder();
        for (int at = 0; at < text.length(); at++) {
            char each = text.charAt(at);
            if (isUnreserved(each)) {
                encoded.append(each);
            } else {
                encoded.append('%').append(HEX.toHexDigits((byte) each));
            }
        }
        return encoded.toString();
    }

    static String decode(String text) throws MalformedGs1Exception {
        StringBuilder decoded = new StringBuilder();
        int at = 0;
        while (at < text.length()) {
            boolean isEscape = text.charAt(at) == '%';
            decoded.append(isEscape ? (char) escaped(text, at) : text.charAt(at));
            at += isEscape ? ESCAPE_LENGTH : 1;
        }
        return decoded.toString();
    }

    private static int escaped(String text, int at) throws MalformedGs1Exception {
        int end = at + ESCAPE_LENGTH;
        boolean isWhole =
                end <= text.length()
                        && HexFormat.isHexDigit(text.charAt(at + 1))
                        && HexFormat.isHexDigit(text.charAt(at + 2));
        if (!isWhole) {
            throw new MalformedGs1Exception(
                    Reason.WRONG_ESCAPE,
                    "character %d of the value, '%%', is not followed by two hexadecimal digits"
                            .formatted(at + 1));
        }
        return HexFormat.fromHexDigits(text, at + 1, end);
    }

    private static boolean isUnreserved(char each) {
        return (each >= '0' && each <= '9')
                || (each >= 'A' && each <= 'Z')
                || (each >= 'a' && each <= 'z')
                || UNRESERVED.indexOf(each) >= 0;
    }
}
