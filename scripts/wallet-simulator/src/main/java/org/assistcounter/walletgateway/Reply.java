package org.assistcounter.walletgateway;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * An answer; the connection is cut instead when its status is 0.
 *
 * @param headers in the case in which they are sent: WeChat Pay's library looks them up by case
 */
record Reply(int status, String type, Map<String, String> headers, String body) {
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;

    static Reply json(int status, String body) {
        return new Reply(status, "application/json", Map.of(), body);
    }

    /** Bytes that are no text: each character of the body is one of them. */
    static Reply file(String type, byte[] bytes) {
        return new Reply(OK, type, Map.of(), new String(bytes, StandardCharsets.ISO_8859_1));
    }

    boolean isText() {
        return type.startsWith("application/json") || type.startsWith("text/");
    }

    static Reply cut() {
        return new Reply(0, "", Map.of(), "");
    }

    boolean isCut() {
        return status == 0;
    }

    /** One byte of the body is another one. */
    Reply forged() {
        return status == NO_CONTENT ? this : new Reply(status, type, headers, forge(body));
    }

    static String forge(String text) {
        int at = text.lastIndexOf('"') - 1;
        char changed = text.charAt(at) == '0' ? '1' : '0';
        return text.substring(0, at) + changed + text.substring(at + 1);
    }
}
