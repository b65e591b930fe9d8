package org.assistcounter.fuzzing;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.assistcounter.fleet.enrolment.EnrolmentRequest;
import org.assistcounter.fleet.enrolment.authority.SigningRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The one form that the fleet takes from anybody. */
final class EnrolmentBorder {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private EnrolmentBorder() {}

    static void take(byte[] bytes) {
        try {
            @Nullable EnrolmentRequest request = JSON.readValue(bytes, EnrolmentRequest.class);
            String csr = request == null ? null : request.csr();
            if (csr != null) {
                check(csr);
            }
        } catch (JacksonException refused) {
            Require.that(refused.getMessage() != null, "a reason is given");
        }
    }

    static void pem(byte[] bytes) {
        check(new String(bytes, StandardCharsets.UTF_8));
    }

    static byte[] json(String csr) {
        return JSON.writeValueAsBytes(new EnrolmentRequest("a-token", csr, "AAAA", "AAAA"));
    }

    private static void check(String csr) {
        Optional<SigningRequest> request = SigningRequest.read(csr);
        request.ifPresent(read -> Require.that(read.encoded().length > 0, "a request has bytes"));
    }
}
