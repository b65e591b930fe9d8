package org.assistcounter.fuzzing;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.assistcounter.fleet.enrolment.EnrolmentRequest;
import org.assistcounter.fleet.enrolment.authority.SigningRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The one form that the fleet takes from anybody. */
final class EnrolmentBorder {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** Of an EC P-256 key that nobody keeps. */
    private static final String CSR =
            """
            -----BEGIN CERTIFICATE REQUEST-----
            MIHPMHgCAQAwFjEUMBIGA1UEAwwLbmV3IGNvdW50ZXIwWTATBgcqhkjOPQIBBggq
            hkjOPQMBBwNCAAQIO23n1o3018puXAGrdC/Ftkgb7sTBWuRgoJXX5cIHpx5/839j
            JCV8aKYbUF+ft9TugHK8V4bpJaM/aaGW9QYcoAAwCgYIKoZIzj0EAwIDRwAwRAIg
            N+agx7hMUXWlF0/sEfwm6hXlSZOfpsuCrwkHatjIzRUCIAEMIwbl6PQfUhIcY4KL
            qXiEo/Z2k+6JFzwCnTyKGBXU
            -----END CERTIFICATE REQUEST-----
            """;

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

    static List<byte[]> requests() {
        var renewal =
                new EnrolmentRequest(
                        "a-token", CSR, "AAAA", "AAAA", new EnrolmentRequest.JournalEnd(7, "ab"));
        return List.of(JSON.writeValueAsBytes(renewal));
    }

    static List<byte[]> pems() {
        return Samples.texts(CSR);
    }

    private static void check(String csr) {
        Optional<SigningRequest> request = SigningRequest.read(csr);
        request.ifPresent(read -> Require.that(read.encoded().length > 0, "a request has bytes"));
    }
}
