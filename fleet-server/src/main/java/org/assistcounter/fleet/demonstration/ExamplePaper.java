package org.assistcounter.fleet.demonstration;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A page of PDF 1.4 (ISO 32000-1, 7.5) with a few lines that say it is only an example. */
final class ExamplePaper {
    private static final String PAGE =
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
                    + " /Resources << /Font << /F1 5 0 R >> >> >>";
    private static final String FONT = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>";

    private ExamplePaper() {}

    /** Lines of plain Latin letters; the page has no font for others. */
    static byte[] of(List<String> lines) {
        StringBuilder text = new StringBuilder("BT /F1 14 Tf 24 TL 72 760 Td");
        for (String line : lines) {
            text.append(" (").append(escaped(line)).append(") Tj T*");
        }
        text.append(" ET");
        return file(
                List.of(
                        "<< /Type /Catalog /Pages 2 0 R >>",
                        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
                        PAGE,
                        "<< /Length " + text.length() + " >>\nstream\n" + text + "\nendstream",
                        FONT));
    }

    private static byte[] file(List<String> objects) {
        StringBuilder file = new StringBuilder("%PDF-1.4\n");
        List<Integer> places = new ArrayList<>();
        for (String object : objects) {
            places.add(file.length());
            file.append(places.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
        }
        int table = file.length();
        file.append("xref\n0 ").append(objects.size() + 1).append("\n0000000000 65535 f \n");
        for (int place : places) {
            file.append("0".repeat(10 - Integer.toString(place).length()))
                    .append(place)
                    .append(" 00000 n \n");
        }
        file.append("trailer\n<< /Size ")
                .append(objects.size() + 1)
                .append(" /Root 1 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return file.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static String escaped(String line) {
        return line.replaceAll("[^ -~]", "").replaceAll("([()\\\\])", "\\\\$1");
    }
}
