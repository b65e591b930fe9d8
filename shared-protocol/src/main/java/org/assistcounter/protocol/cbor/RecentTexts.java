package org.assistcounter.protocol.cbor;

import java.nio.charset.StandardCharsets;

/**
 * The keys and words of records come again and again. Short texts are looked for among those that
 * came before, so that they are not made anew each time; there is room for few, and the latest
 * stays. Threads may overwrite each other's: a text is never wrong, only made once more.
 */
final class RecentTexts {
    private static final int LENGTH_MAX = 16;
    private static final String[] TEXTS = new String[1 << 10];

    private RecentTexts() {}

    /**
     * A text of ASCII bytes.
     *
     * @param hash of all its bytes
     */
    static String ascii(byte[] bytes, int start, int length, int hash) {
        if (length > LENGTH_MAX) {
            return made(bytes, start, length);
        }
        int place = (hash ^ hash >>> 10) & (TEXTS.length - 1);
        String known = TEXTS[place];
        if (known != null && isSame(known, bytes, start, length)) {
            return known;
        }
        String made = made(bytes, start, length);
        TEXTS[place] = made;
        return made;
    }

    private static boolean isSame(String known, byte[] bytes, int start, int length) {
        if (known.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (known.charAt(i) != bytes[start + i]) {
                return false;
            }
        }
        return true;
    }

    private static String made(byte[] bytes, int start, int length) {
        return new String(bytes, start, length, StandardCharsets.US_ASCII);
    }
}
