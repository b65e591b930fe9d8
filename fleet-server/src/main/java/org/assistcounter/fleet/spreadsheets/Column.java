package org.assistcounter.fleet.spreadsheets;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One column that an entity has in files.
 *
 * @param key its name here and in problems, such as {@code county-code}
 * @param zh its heading in Chinese files
 * @param en its heading in English files
 * @param others what it is called besides
 */
public record Column<V>(
        String key,
        String zh,
        String en,
        List<String> others,
        boolean required,
        Function<String, Parsed<V>> parser) {

    /** Neither these nor the case of letters make two headings different. */
    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}\\uFEFF*_-]+");

    public Column {
        others = List.copyOf(others);
    }

    /** A column without which, and without a value in which, no row is taken. */
    public static <V> Column<V> required(
            String key, String zh, String en, Function<String, Parsed<V>> parser) {
        return new Column<>(key, zh, en, List.of(), true, parser);
    }

    /** A column that may be missing or empty. */
    public static <V> Column<V> optional(
            String key, String zh, String en, Function<String, Parsed<V>> parser) {
        return new Column<>(key, zh, en, List.of(), false, parser);
    }

    /** The same column, known under more headings. */
    public Column<V> alsoCalled(String... headings) {
        return new Column<>(key, zh, en, List.of(headings), required, parser);
    }

    boolean isCalled(String heading) {
        String plain = plain(heading);
        return Stream.concat(Stream.of(key, zh, en), others.stream())
                .anyMatch(name -> plain(name).equals(plain));
    }

    private static String plain(String heading) {
        String wide = Normalizer.normalize(heading, Normalizer.Form.NFKC);
        return IGNORED.matcher(wide).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
