package org.assistcounter.fleet.spreadsheets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** An XLSX file made by hand, so that it can be as wrong as a test wants it. */
final class HandmadeXlsx {

    static final String SHEET = "xl/worksheets/sheet1.xml";
    static final String STRINGS = "xl/sharedStrings.xml";
    private static final String TYPES =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    /** Style 1 is a built-in day, 2 a Chinese one, 3 an amount, 4 a time, 5 red and no day. */
    static HandmadeXlsx ofRows(String rows) {
        return new HandmadeXlsx()
                .part(
                        "[Content_Types].xml",
                        "<Types><Override PartName='/xl/sharedStrings.xml'"
                                + " ContentType='application/"
                                + "vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings"
                                + "+xml'/></Types>")
                .part("_rels/.rels", relations("w", "officeDocument", "xl/workbook.xml"))
                .part("xl/workbook.xml", workbook("<sheet name='A' sheetId='1' r:id='s'/>", ""))
                .part(
                        "xl/_rels/workbook.xml.rels",
                        relations(
                                "s",
                                "worksheet",
                                "worksheets/sheet1.xml",
                                "t",
                                "sharedStrings",
                                "sharedStrings.xml",
                                "f",
                                "styles",
                                "/xl/styles.xml"))
                .part(
                        "xl/styles.xml",
                        """
                        <styleSheet><numFmts>
                        <numFmt numFmtId='164' formatCode='yyyy&quot;年&quot;m&quot;月&quot;d'/>
                        <numFmt numFmtId='165' formatCode='[Red]0.00&quot;days&quot;'/></numFmts>
                        <cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>
                        <cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/>
                        <xf numFmtId='4'/><xf numFmtId='20'/><xf numFmtId='165'/></cellXfs>
                        </styleSheet>\
                        """)
                .part(STRINGS, "<sst><si><t>名称</t></si><si><r><t>甲</t></r></si></sst>")
                .sheet(rows);
    }

    static String workbook(String sheets, String properties) {
        return "<workbook xmlns:r='%s'><workbookPr %s/><sheets>%s</sheets></workbook>"
                .formatted(TYPES, properties, sheets);
    }

    static String relations(String... threes) {
        StringBuilder all = new StringBuilder("<Relationships>");
        for (int at = 0; at < threes.length; at += 3) {
            all.append(
                    "<Relationship Id='%s' Type='%s/%s' Target='%s'/>"
                            .formatted(threes[at], TYPES, threes[at + 1], threes[at + 2]));
        }
        return all.append("</Relationships>").toString();
    }

    HandmadeXlsx sheet(String rows) {
        return part(SHEET, "<worksheet><sheetData>" + rows + "</sheetData></worksheet>");
    }

    HandmadeXlsx part(String name, String xml) {
        return rawPart(
                name,
                ("<?xml version='1.0' encoding='UTF-8'?>" + xml).getBytes(StandardCharsets.UTF_8));
    }

    HandmadeXlsx rawPart(String name, byte[] bytes) {
        parts.put(name, Arrays.copyOf(bytes, bytes.length));
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
