package org.assistcounter.fleet.demonstration;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import org.assistcounter.fleet.spreadsheets.Checked;
import org.assistcounter.fleet.spreadsheets.Parsed;
import org.assistcounter.fleet.spreadsheets.Sheet;
import org.assistcounter.fleet.spreadsheets.Spreadsheets;
import org.assistcounter.fleet.spreadsheets.Table;
import org.springframework.core.io.ClassPathResource;

/** A table of demonstration/README.md; one wrong cell and there is no demonstration. */
final class DataFile {

    private DataFile() {}

    static <T> List<T> rows(String name, Sheet<T> sheet) {
        if (!(Spreadsheets.read(bytes(name)) instanceof Table table)) {
            throw new IllegalStateException(name + " is no table");
        }
        Checked<T> checked = sheet.check(table);
        if (!checked.problems().isEmpty() || !checked.warnings().isEmpty()) {
            throw new IllegalStateException(
                    name + ": " + checked.problems() + " " + checked.warnings());
        }
        return checked.good().stream().map(Checked.Good::value).toList();
    }

    /** Words of a cell, with something between them. */
    static Function<String, Parsed<List<String>>> words(String between, String pattern) {
        return raw -> {
            List<String> words = List.of(raw.strip().split(between, -1));
            return words.stream().allMatch(word -> word.matches(pattern))
                    ? new Parsed.Value<>(words)
                    : new Parsed.Wrong<>("not-words");
        };
    }

    private static byte[] bytes(String name) {
        try (InputStream in = new ClassPathResource("demonstration/" + name).getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
