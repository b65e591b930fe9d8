package org.assistcounter.fleet.spreadsheets;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/** The rows of one sheet. What stands beyond the last column is kept once, to be told. */
final class XlsxSheet {

    private static final int ROWS_OF_A_SHEET = 1_048_576;
    private static final Pattern CELL = Pattern.compile("([A-Z]{1,3})[0-9]{1,7}");
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private final Xml xml;
    private final List<String> strings;
    private final XlsxStyles styles;
    private final boolean from1904;
    private final Gathering gathering = new Gathering();

    private List<String> cells = new ArrayList<>();
    private List<Table.Flaw> flaws = new ArrayList<>();

    XlsxSheet(Xml xml, List<String> strings, XlsxStyles styles, boolean from1904) {
        this.xml = xml;
        this.strings = strings;
        this.styles = styles;
        this.from1904 = from1904;
    }

    Table table() throws IOException, XMLStreamException {
        int number = 0;
        while (xml.next() && !xml.ends("sheetData")) {
            if (xml.starts("row")) {
                number = rowNumber(number);
                row(number);
            }
        }
        return gathering.table();
    }

    private int rowNumber(int last) throws Refused {
        String told = xml.attribute("r");
        int number = told.isEmpty() ? last + 1 : Integer.parseInt(told);
        if (number <= last || number > ROWS_OF_A_SHEET) {
            throw new Refused("broken-xlsx", "row " + number + " after row " + last);
        }
        return number;
    }

    private void row(int number) throws IOException, XMLStreamException {
        cells = new ArrayList<>();
        flaws = new ArrayList<>();
        int column = -1;
        while (xml.next() && !xml.ends("row")) {
            if (xml.starts("c")) {
                column = column(column);
                cell(Math.min(column, Bounds.COLUMNS));
            }
        }
        gathering.add(number, cells, flaws);
    }

    private int column(int last) throws Refused {
        String told = xml.attribute("r");
        if (told.isEmpty()) {
            return last + 1;
        }
        Matcher address = CELL.matcher(told);
        if (!address.matches()) {
            throw new Refused("broken-xlsx", "a cell at " + Bounds.shown(told));
        }
        int column = 0;
        for (char letter : address.group(1).toCharArray()) {
            column = column * 26 + letter - 'A' + 1;
        }
        return column - 1;
    }

    private void cell(int column) throws IOException, XMLStreamException {
        String type = xml.attribute("t");
        String style = xml.attribute("s");
        String raw = "";
        boolean computed = false;
        while (xml.next() && !xml.ends("c")) {
            if (xml.starts("f")) {
                computed = true;
                xml.text("f");
            } else if (xml.starts("v")) {
                raw = xml.text("v");
            } else if (xml.starts("is")) {
                raw = unescaped(xml.text("is"));
            }
        }
        if (type.equals("e")) {
            flaws.add(new Table.Flaw(column, Bounds.shown(raw), "formula-error"));
        } else if (computed && raw.isEmpty() && !type.equals("str")) {
            flaws.add(new Table.Flaw(column, "", "formula-without-value"));
        }
        put(column, text(type, style, raw));
    }

    private void put(int column, String text) {
        if (text.isEmpty()) {
            return;
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    private String text(String type, String style, String raw) throws Refused {
        return switch (type) {
            case "s" -> shared(raw);
            case "str" -> unescaped(raw);
            case "inlineStr", "e" -> raw;
            case "b" -> raw.equals("1") ? "true" : raw.equals("0") ? "false" : raw;
            case "d" -> raw.replaceFirst("T00:00:00(\\.0+)?Z?$", "").replace('T', ' ');
            case "", "n" ->
                    styles.isDay(style) ? XlsxNumbers.day(raw, from1904) : XlsxNumbers.plain(raw);
            default -> throw new Refused("broken-xlsx", "a cell of type " + Bounds.shown(type));
        };
    }

    private String shared(String raw) throws Refused {
        if (raw.isEmpty()) {
            return "";
        }
        int index = Integer.parseInt(raw);
        if (index < 0 || index >= strings.size()) {
            throw new Refused("broken-xlsx", "text number " + index + " is missing");
        }
        return unescaped(strings.get(index));
    }

    /** What XML cannot hold is written as _x0001_ (ECMA-376 part 1, 22.9.2.19). */
    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(found ->
                                Matcher.quoteReplacement(
                                        String.valueOf(
                                                (char) Integer.parseInt(found.group(1), 16))))
                : text;
    }
}
