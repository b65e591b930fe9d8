package org.assistcounter.walletgateway;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * A request.
 *
 * @param target path and query, as they were signed
 * @param headers by lower-case name
 */
record Call(String method, String target, Map<String, String> headers, String body) {

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    /** The fields of the query and, for a form, of the body, sorted by name. */
    Map<String, String> fields() {
        Map<String, String> fields = new TreeMap<>();
        int query = target.indexOf('?');
        read(query < 0 ? "" : target.substring(query + 1), fields);
        if (headers.getOrDefault("content-type", "").startsWith("application/x-www-form")) {
            read(body, fields);
        }
        return fields;
    }

    private static void read(String form, Map<String, String> fields) {
        for (String pair : form.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
    }
}
