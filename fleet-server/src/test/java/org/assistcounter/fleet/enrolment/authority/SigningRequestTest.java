package org.assistcounter.fleet.enrolment.authority;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SigningRequestTest {
    /** Found by fuzzing: well formed, and its signature is no DER. */
    private static final String SPOILT_SIGNATURE =
            """
            -----BEGIN CERTIFICATE REQUEST-----
            MIHPMHgCAQAwFjEUMBIGA1UEAwwLbmV3IGNvdW50ZXIwWTATBgcqhkjOPQIBBggq
            hkjOPQMBBwNCAAQIO23n1o3018puXAGrdC/Ftkgb7sTBWuRgoJXX5cIHpx5/839j
            JCV8aKYbUF+ft9TugHK8V4bpJaM/aaGW9QYcoAAwCgYIKoZIzj0EAwIDRwAwRAIc
            N+aghlUM7WXxF0/sEfwm6hXlSZOfpsuCrwkHa4jIzRUCIAEMIwbl6PQfUhIcY4KL
            qXiEo/Z2k+6JFzwCnTyKGBXU
            -----END CERTIFICATE REQUEST-----
            """;

    @Test
    void refusesASignatureThatIsNone() {
        assertThat(SigningRequest.read(SPOILT_SIGNATURE)).isEmpty();
    }

    @Test
    void refusesWhatIsNoRequest() {
        assertThat(SigningRequest.read("")).isEmpty();
        assertThat(SigningRequest.read("-----BEGIN X509 CRL-----\n\n-----END X509 CRL-----\n"))
                .isEmpty();
    }
}
