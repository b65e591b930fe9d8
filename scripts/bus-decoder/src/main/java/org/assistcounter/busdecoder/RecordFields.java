package org.assistcounter.busdecoder;

import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Name and fields of a message that is a record, so that no message can be forgotten here. */
final class RecordFields {

    private static final List<String> BCD = List.of("country", "currency", "versionBcd");
    private static final List<String> UNKNOWN_IF_NEGATIVE = List.of("funds", "priceMax", "state");

    private RecordFields() {}

    /** {@code VendRequest} is a VEND REQUEST. */
    static String nameOf(Record message) {
        return message.getClass()
                .getSimpleName()
                .replaceAll("([a-z0-9])([A-Z])", "$1 $2")
                .toUpperCase(Locale.ROOT);
    }

    static Map<String, Object> of(Record message) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : message.getClass().getRecordComponents()) {
            fields.put(component.getName(), shown(component.getName(), value(component, message)));
        }
        return fields;
    }

    private static Object value(RecordComponent component, Record message) {
        try {
            return component.getAccessor().invoke(message);
        } catch (ReflectiveOperationException bug) {
            throw new IllegalStateException("A message whose fields are not public.", bug);
        }
    }

    private static Object shown(String name, Object value) {
        if (value instanceof Record nested) {
            return of(nested);
        }
        if (value instanceof Number number && BCD.contains(name)) {
            return String.format("%04X", number.longValue());
        }
        if (value instanceof Number number && UNKNOWN_IF_NEGATIVE.contains(name)) {
            return number.longValue() < 0 ? "unknown" : number;
        }
        return value;
    }
}
