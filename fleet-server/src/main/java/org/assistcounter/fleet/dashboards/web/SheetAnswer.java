package org.assistcounter.fleet.dashboards.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.assistcounter.fleet.dashboards.ListFiles.ListFile;
import org.assistcounter.fleet.spreadsheets.Cell;
import org.assistcounter.fleet.spreadsheets.Spreadsheets;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A list on its way to whoever asked for it as a file. */
final class SheetAnswer {
    private static final MediaType CSV_TYPE = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final MediaType XLSX_TYPE =
            MediaType.parseMediaType(
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private SheetAnswer() {}

    /** What spreadsheet programs open. */
    enum Format {
        CSV,
        XLSX;

        private MediaType type() {
            return this == CSV ? CSV_TYPE : XLSX_TYPE;
        }

        private byte[] written(String name, ListFile list) {
            return switch (this) {
                case CSV ->
                        Spreadsheets.csv(list.header(), list.rows(), Spreadsheets.Encoding.UTF_8);
                case XLSX -> Spreadsheets.xlsx(name, list.header(), list.rows());
            };
        }

        private String end() {
            return this == CSV ? ".csv" : ".xlsx";
        }
    }

    /** A file of that name; not found where there is no list. */
    static Mono<ResponseEntity<byte[]>> of(String name, Mono<ListFile> list, Format format) {
        return list.publishOn(Schedulers.boundedElastic())
                .map(found -> file(name, format).body(format.written(name, found)))
                .defaultIfEmpty(ResponseEntity.status(HttpStatus.NOT_FOUND).build());
    }

    /** A CSV file of that name as its rows come; not found where there are none to ask for. */
    static Mono<ResponseEntity<Flux<byte[]>>> inPieces(
            String name, List<String> header, Mono<Flux<List<Cell>>> rows) {
        return rows.map(found ->
                        file(name, Format.CSV)
                                .body(Spreadsheets.csv(header, found, Spreadsheets.Encoding.UTF_8)))
                .defaultIfEmpty(ResponseEntity.status(HttpStatus.NOT_FOUND).build());
    }

    private static ResponseEntity.BodyBuilder file(String name, Format format) {
        return ResponseEntity.ok()
                .contentType(format.type())
                .header(
                        "Content-Disposition",
                        ContentDisposition.attachment()
                                .filename(name + format.end())
                                .build()
                                .toString());
    }
}
