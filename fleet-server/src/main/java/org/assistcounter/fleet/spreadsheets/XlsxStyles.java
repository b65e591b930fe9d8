package org.assistcounter.fleet.spreadsheets;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import javax.xml.stream.XMLStreamException;

/** Which cells are days: XLSX keeps a day as a number, and only its format tells it from one. */
final class XlsxStyles {

    private static final int FORMAT_CHARS = 255;

    private final BitSet days = new BitSet();

    static XlsxStyles none() {
        return new XlsxStyles();
    }

    static XlsxStyles read(Xml xml) throws XMLStreamException, IOException {
        XlsxStyles styles = new XlsxStyles();
        Set<String> dayFormats = new HashSet<>();
        boolean ofCells = false;
        int style = 0;
        while (xml.next()) {
            if (xml.starts("numFmt") && isDayFormat(xml.attribute("formatCode"))) {
                dayFormats.add(xml.attribute("numFmtId"));
            } else if (xml.starts("cellXfs") || xml.ends("cellXfs")) {
                ofCells = xml.starts("cellXfs");
            } else if (ofCells && xml.starts("xf")) {
                String format = xml.attribute("numFmtId");
                styles.days.set(style, isBuiltInDay(format) || dayFormats.contains(format));
                style++;
            }
        }
        return styles;
    }

    boolean isDay(String style) {
        return style.length() <= 6 && !style.isEmpty() && days.get(Integer.parseInt(style));
    }

    /** ECMA-376 part 1, 18.8.30, with what Chinese editions add: 27 to 36 and 50 to 58. */
    private static boolean isBuiltInDay(String format) {
        if (format.isEmpty() || format.length() > 2) {
            return false;
        }
        int id = Integer.parseInt(format);
        return (id >= 14 && id <= 22)
                || (id >= 27 && id <= 36)
                || (id >= 45 && id <= 47)
                || (id >= 50 && id <= 58);
    }

    /** Has a letter of day or time that is neither quoted, escaped nor in brackets. */
    static boolean isDayFormat(String code) {
        if (code.length() > FORMAT_CHARS) {
            return false;
        }
        String shown =
                code.toLowerCase(Locale.ROOT)
                        .replaceAll("\"[^\"]*+\"|\\\\.|_.|\\*.|\\[(?![hms]+])[^]]*+]", "");
        int section = shown.indexOf(';');
        String first = section < 0 ? shown : shown.substring(0, section);
        return first.chars().anyMatch(letter -> "ymdhs".indexOf(letter) >= 0);
    }
}
