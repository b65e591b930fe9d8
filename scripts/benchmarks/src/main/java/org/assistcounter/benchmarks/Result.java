package org.assistcounter.benchmarks;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A benchmark's figure beside its reference.
 *
 * @param more further numbers of the run, by name
 */
record Result(String name, double value, String unit, double reference, Map<String, Double> more) {
    Result {
        more = Map.copyOf(more);
    }

    double ratio() {
        return value / reference;
    }

    String json() {
        StringBuilder json = new StringBuilder();
        json.append("{\"name\":\"").append(name).append('"');
        json.append(",\"value\":").append(number(value));
        json.append(",\"unit\":\"").append(unit).append('"');
        json.append(",\"reference\":").append(number(reference));
        json.append(",\"ratio\":").append(number(ratio()));
        new TreeMap<>(more)
                .forEach((key, each) ->
                        json.append(",\"").append(key).append("\":").append(number(each)));
        return json.append('}').toString();
    }

    private static String number(double number) {
        return number == Math.rint(number)
                ? Long.toString((long) number)
                : String.format(Locale.ROOT, "%.3f", number);
    }
}
