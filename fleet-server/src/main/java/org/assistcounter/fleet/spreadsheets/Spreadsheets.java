package org.assistcounter.fleet.spreadsheets;

import java.io.IOException;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import reactor.core.publisher.Flux;

/**
 * Files as tables, and tables as files. Reading tells CSV (UTF-8, UTF-16, GB 18030; comma,
 * semicolon or tab) from XLSX by the bytes, never by the name, and takes at most 10 MB, 100,000
 * rows, 100 columns and 10,000 characters in a cell. It works on the caller's thread, up to
 * seconds: not for an event loop.
 */
public final class Spreadsheets {

    /** How many rows become one piece of a streamed file. */
    private static final int ROWS_OF_A_PIECE = 500;

    private Spreadsheets() {}

    /** What a CSV file is written in. */
    public enum Encoding {
        /** With the mark by which spreadsheet programs know it. */
        UTF_8,
        GB18030
    }

    /** The table in a file, or why there is none; whatever the bytes are, nothing is thrown. */
    public static Opened read(byte[] file) {
        try {
            return file.length > Bounds.FILE_BYTES
                    ? new Unreadable("too-big", "more than " + Bounds.FILE_BYTES + " bytes")
                    : table(file);
        } catch (Refused e) {
            return e.told();
        } catch (XMLStreamException e) {
            return e.getNestedException() instanceof Refused refused
                    ? refused.told()
                    : broken(file, e);
        } catch (IOException | RuntimeException e) {
            return broken(file, e);
        }
    }

    /** A CSV file, quoted where needed, its lines ended by CR and LF. */
    public static byte[] csv(List<String> header, List<List<Cell>> rows, Encoding encoding) {
        CsvWriting writing = new CsvWriting(encoding);
        return writing.file(header, rows);
    }

    /** A CSV file in pieces, so that it need not be in memory. */
    public static Flux<byte[]> csv(List<String> header, Flux<List<Cell>> rows, Encoding encoding) {
        CsvWriting writing = new CsvWriting(encoding);
        return Flux.concat(
                Flux.just(writing.file(header, List.of())),
                rows.buffer(ROWS_OF_A_PIECE).map(writing::rows));
    }

    /** An XLSX file of one sheet, its header bold and always in sight. */
    public static byte[] xlsx(String sheet, List<String> header, List<List<Cell>> rows) {
        return XlsxWriting.file(sheet, header, rows);
    }

    private static Table table(byte[] file) throws IOException, XMLStreamException {
        if (ZipParts.isZip(file)) {
            return XlsxReading.read(file);
        }
        if (isOldExcel(file)) {
            throw new Refused("old-excel", "an .xls file or a locked one; save it as .xlsx");
        }
        return CsvReading.read(TextDecoding.decode(file));
    }

    /** The container of .xls, and of an .xlsx that has a password. */
    private static boolean isOldExcel(byte[] file) {
        return file.length >= 4
                && (file[0] & 0xFF) == 0xD0
                && (file[1] & 0xFF) == 0xCF
                && file[2] == 0x11
                && (file[3] & 0xFF) == 0xE0;
    }

    private static Unreadable broken(byte[] file, Exception e) {
        String detail = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        String word = ZipParts.isZip(file) ? "broken-xlsx" : "not-text";
        return new Unreadable(word, Bounds.shown(detail));
    }
}
