package org.assistcounter.fleet.spreadsheets;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files of tests as what they are read as. */
final class Read {

    private Read() {}

    static Table table(byte[] file) {
        Opened opened = Spreadsheets.read(file);
        assertThat(opened).isInstanceOf(Table.class);
        return (Table) opened;
    }

    static Table table(String csv) {
        return table(csv.getBytes(StandardCharsets.UTF_8));
    }

    static String refusal(byte[] file) {
        Opened opened = Spreadsheets.read(file);
        assertThat(opened).isInstanceOf(Unreadable.class);
        return ((Unreadable) opened).word();
    }

    static String refusal(String csv) {
        return refusal(csv.getBytes(StandardCharsets.UTF_8));
    }

    /** The cells of all rows below the header. */
    static List<List<String>> cells(Table table) {
        return table.rows().stream().map(Table.Row::cells).toList();
    }
}
