package org.assistcounter.fleet.dashboards.web;

import org.assistcounter.fleet.catalogue.Papers;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * A form with one file.
 *
 * @param kind what it says to be, empty where it does not say
 * @param name what the file is called
 */
record Upload(String kind, String name, Papers.Content content) {

    /** What a request brings; empty when there is no file. */
    static Mono<Upload> of(ServerWebExchange exchange, int bytesMax) {
        return exchange.getMultipartData()
                .flatMap(parts -> {
                    String kind =
                            parts.getFirst("kind") instanceof FormFieldPart field
                                    ? field.value()
                                    : "";
                    return parts.getFirst("paper") instanceof FilePart file
                            ? read(kind, file, bytesMax)
                            : Mono.empty();
                });
    }

    private static Mono<Upload> read(String kind, FilePart file, int bytesMax) {
        return DataBufferUtils.join(file.content(), bytesMax)
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    String name = file.filename().replace("\0", "");
                    return new Upload(kind, name, new Papers.Content(bytes));
                });
    }
}
