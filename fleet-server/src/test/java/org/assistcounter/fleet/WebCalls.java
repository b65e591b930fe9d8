package org.assistcounter.fleet;

import java.time.Duration;
import java.util.Map;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Calls to the running server that several tests make. */
record WebCalls(RunningServer.Parts server) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** The metrics of all endpoints, after every one was asked. */
    private static final int ANSWER_BYTES_MAX = 4 * 1024 * 1024;

    WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl(server.origin())
                .responseTimeout(PATIENCE)
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(ANSWER_BYTES_MAX))
                .build();
    }

    Map<String, Object> enrol(Map<String, Object> request) {
        return body(tryToEnrol(request).expectStatus().isCreated());
    }

    WebTestClient.ResponseSpec tryToEnrol(Map<String, Object> request) {
        return client().post().uri("/enrolment/counters").bodyValue(request).exchange();
    }

    /** Orders a part of the server to stop or start, as somebody who knows the key. */
    void order(String order, String key) {
        client().post()
                .uri("/demonstration/" + order)
                .header("X-Demonstration-Key", key)
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.OK);
    }

    Map<String, Object> health() {
        return body(client().get().uri("/health").exchange());
    }

    /** Reads an answer to its end, or of a stream nothing; its status. */
    static int ended(FluxExchangeResult<String> answer) {
        MediaType type = answer.getResponseHeaders().getContentType();
        if (type != null && type.isCompatibleWith(MediaType.TEXT_EVENT_STREAM)) {
            answer.getResponseBody().subscribe().dispose();
        } else {
            answer.getResponseBody().blockLast(PATIENCE);
        }
        return answer.getStatus().value();
    }

    static Map<String, Object> body(WebTestClient.ResponseSpec response) {
        var body =
                response.expectBody(new ParameterizedTypeReference<Map<String, Object>>() {})
                        .returnResult()
                        .getResponseBody();
        return body == null ? Map.of() : body;
    }
}
