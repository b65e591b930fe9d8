package org.assistcounter.fleet.spreadsheets;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/**
 * The first sheet of an XLSX file that is not hidden (ECMA-376 part 1, 18). Our own, since the
 * library's reader takes the room that a file names: one cell in column ZZZZZZ, or the shared
 * string number two thousand million, is all of the memory.
 */
final class XlsxReading {

    private static final Set<String> HIDDEN = Set.of("hidden", "veryHidden");

    private final ZipParts parts;

    private XlsxReading(ZipParts parts) {
        this.parts = parts;
    }

    static Table read(byte[] file) throws IOException, XMLStreamException {
        try (ZipParts parts = ZipParts.of(file)) {
            return new XlsxReading(parts).table();
        }
    }

    private Table table() throws IOException, XMLStreamException {
        String workbook =
                relations("", "_rels/.rels").ofType("officeDocument").orElse("xl/workbook.xml");
        int folder = workbook.lastIndexOf('/') + 1;
        String name = workbook.substring(folder);
        Relations relations =
                relations(workbook, workbook.substring(0, folder) + "_rels/" + name + ".rels");
        Book book = book(workbook);
        String sheet = relations.firstSheet(book.sheets());
        List<String> strings = strings(relations.ofType("sharedStrings"));
        XlsxStyles styles = styles(relations.ofType("styles"));
        try (Xml xml = new Xml(parts.open(sheet))) {
            return new XlsxSheet(xml, strings, styles, book.from1904()).table();
        }
    }

    /** The ids of the sheets in their order, and when days are counted from. */
    private record Book(List<String> sheets, boolean from1904) {}

    private Book book(String name) throws IOException, XMLStreamException {
        List<String> sheets = new ArrayList<>();
        boolean from1904 = false;
        try (Xml xml = new Xml(parts.openList(name))) {
            while (xml.next()) {
                if (xml.starts("workbookPr")) {
                    String flag = xml.attribute("date1904");
                    from1904 = flag.equals("1") || flag.equals("true");
                } else if (xml.starts("sheet") && !HIDDEN.contains(xml.attribute("state"))) {
                    sheets.add(xml.foreignAttribute("id"));
                }
            }
        }
        return new Book(sheets, from1904);
    }

    private List<String> strings(Optional<String> name) throws IOException, XMLStreamException {
        List<String> strings = new ArrayList<>();
        if (name.isEmpty()) {
            return strings;
        }
        long chars = 0;
        try (Xml xml = new Xml(parts.open(name.get()))) {
            while (xml.next()) {
                if (xml.starts("si")) {
                    strings.add(xml.text("si"));
                    chars += strings.getLast().length();
                }
                if (strings.size() > Bounds.CELLS || chars > Bounds.CHARS) {
                    throw new Refused("too-much-text", "too many different texts");
                }
            }
        }
        return strings;
    }

    private XlsxStyles styles(Optional<String> name) throws IOException, XMLStreamException {
        if (name.isEmpty()) {
            return XlsxStyles.none();
        }
        try (Xml xml = new Xml(parts.openList(name.get()))) {
            return XlsxStyles.read(xml);
        }
    }

    private Relations relations(String of, String name) throws IOException, XMLStreamException {
        Map<String, Relation> all = new LinkedHashMap<>();
        try (Xml xml = new Xml(parts.openList(name))) {
            while (xml.next()) {
                if (xml.starts("Relationship") && !xml.attribute("TargetMode").equals("External")) {
                    String target = URI.create("/" + of).resolve(xml.attribute("Target")).getPath();
                    String type = xml.attribute("Type");
                    all.put(
                            xml.attribute("Id"),
                            new Relation(
                                    type.substring(type.lastIndexOf('/') + 1),
                                    target.substring(1)));
                }
            }
        }
        return new Relations(all);
    }

    private record Relation(String type, String part) {}

    /** What a part refers to, by id. */
    private record Relations(Map<String, Relation> all) {

        Optional<String> ofType(String type) {
            return all.values().stream()
                    .filter(relation -> relation.type().equals(type))
                    .map(Relation::part)
                    .findFirst();
        }

        /** Of those named, the first that is a table and not a chart. */
        String firstSheet(List<String> ids) throws Refused {
            for (String id : ids) {
                Relation relation = all.get(id);
                if (relation != null && relation.type().equals("worksheet")) {
                    return relation.part();
                }
            }
            throw new Refused("broken-xlsx", "no sheet in it");
        }
    }
}
