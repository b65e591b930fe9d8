package org.assistcounter.busdecoder;

import java.util.LinkedHashMap;
import java.util.Map;

/** A message by its name in the specification, with its fields. */
record Named(String name, Map<String, Object> fields) {

    Named(String name) {
        this(name, Map.of());
    }

    Named with(String field, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(fields);
        more.put(field, value);
        return new Named(name, more);
    }
}
