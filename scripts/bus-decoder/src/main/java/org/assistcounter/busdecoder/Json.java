package org.assistcounter.busdecoder;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Values as one line of JSON: objects, lists, numbers, booleans; all else is text. */
final class Json {

    private Json() {}

    static String of(Object value) {
        return switch (value) {
            case Map<?, ?> map -> object(map);
            case Collection<?> list ->
                    list.stream().map(Json::of).collect(Collectors.joining(",", "[", "]"));
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            default -> text(value.toString());
        };
    }

    private static String object(Map<?, ?> map) {
        return map.entrySet().stream()
                .map(entry -> text(entry.getKey().toString()) + ":" + of(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String text(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                default -> quoted.append(shown(each));
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isPlain(char each) {
        return each >= ' ' && each != 0x7F && !Character.isSurrogate(each);
    }

    private static String shown(char each) {
        return isPlain(each) ? String.valueOf(each) : String.format("\\u%04x", (int) each);
    }
}
