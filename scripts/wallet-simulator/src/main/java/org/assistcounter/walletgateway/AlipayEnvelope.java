package org.assistcounter.walletgateway;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Signatures of Alipay's gateway.do, RSA2: a request signs all its parameters but `sign`, sorted by
 * name; an answer signs the text of its one member; a notification leaves out `sign_type` too.
 */
final class AlipayEnvelope {
    static final String APPLICATION = "2021000000000001";

    private final Keys keys;

    AlipayEnvelope(Keys keys) {
        this.keys = keys;
    }

    boolean isOfTheMerchant(Map<String, String> fields) {
        return APPLICATION.equals(fields.get("app_id"))
                && Rsa.holds(
                        keys.alipay().merchant().getPublic(),
                        content(fields),
                        fields.getOrDefault("sign", ""));
    }

    String sealed(String member, String content) {
        String sign = Rsa.sign(keys.alipay().wallet().getPrivate(), content);
        return "{\"%s\":%s,\"sign\":\"%s\"}".formatted(member, content, sign);
    }

    /** A notification's fields with their signature. */
    Map<String, String> signed(Map<String, String> fields) {
        Map<String, String> all = new TreeMap<>(fields);
        String content = content(all);
        all.put("sign", Rsa.sign(keys.alipay().wallet().getPrivate(), content));
        all.put("sign_type", "RSA2");
        return all;
    }

    private static String content(Map<String, String> fields) {
        return new TreeMap<>(fields)
                .entrySet().stream()
                        .filter(field -> !field.getKey().equals("sign"))
                        .filter(field -> !field.getValue().isEmpty())
                        .map(field -> field.getKey() + "=" + field.getValue())
                        .collect(Collectors.joining("&"));
    }
}
