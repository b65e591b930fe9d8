package org.assistcounter.fleet;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** A provider as a test wants it, which a real one never is: it says what it was told to say. */
final class ScriptedProvider implements AutoCloseable {
    private static final int OK = 200;

    private final HttpServer server;
    private final ECKey key = key();
    private final AtomicReference<String> description = new AtomicReference<>("");
    private final AtomicReference<String> tokens = new AtomicReference<>("{}");
    private final AtomicInteger status = new AtomicInteger(OK);
    private final AtomicReference<String> redeemed = new AtomicReference<>("");

    ScriptedProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress("localhost", 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext(
                "/.well-known/openid-configuration",
                exchange -> answer(exchange, status.get(), description.get()));
        server.createContext(
                "/keys",
                exchange ->
                        answer(
                                exchange,
                                OK,
                                "{\"keys\":[" + key.toPublicJWK().toJSONString() + "]}"));
        server.createContext(
                "/token",
                exchange -> {
                    redeemed.set(
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.UTF_8));
                    answer(exchange, status.get(), tokens.get());
                });
        server.createContext(
                "/elsewhere",
                exchange -> {
                    exchange.getResponseHeaders()
                            .add("Location", issuer() + "/.well-known/openid-configuration");
                    answer(exchange, 302, "");
                });
        server.start();
        describes(described(""));
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    ECKey signingKey() {
        return key;
    }

    /** What a provider says of itself, with something more or else. */
    String described(String more) {
        return """
        {"issuer":"%1$s","authorization_endpoint":"%1$s/authorize","token_endpoint":"%1$s/token",
         "jwks_uri":"%1$s/keys","response_types_supported":["code"],
         "subject_types_supported":["public"],
         "code_challenge_methods_supported":["S256"],
         "id_token_signing_alg_values_supported":["ES256"]%2$s}
        """
                .formatted(issuer(), more);
    }

    void describes(String text) {
        description.set(text);
    }

    /** With which status it describes itself and changes codes, from now on. */
    void answersWith(int code) {
        status.set(code);
    }

    /** What the next code is changed for. */
    void gives(String idToken) {
        says("{\"access_token\":\"x\",\"token_type\":\"Bearer\",\"id_token\":\"" + idToken + "\"}");
    }

    void says(String text) {
        tokens.set(text);
    }

    /** The form by which the last code was changed. */
    String redeemed() {
        return redeemed.get();
    }

    String signed(JWTClaimsSet claims) {
        return signed(claims, key);
    }

    static String signed(JWTClaimsSet claims, ECKey by) {
        try {
            var header = new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(by.getKeyID()).build();
            var jwt = new SignedJWT(header, claims);
            jwt.sign(new ECDSASigner(by));
            return jwt.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** By a secret that both sides know, as a thief who knows only what is public could. */
    static String signedBySecret(JWTClaimsSet claims, byte[] secret) {
        try {
            var jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
            jwt.sign(new MACSigner(secret));
            return jwt.serialize();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String unsigned(JWTClaimsSet claims) {
        return new PlainJWT(claims).serialize();
    }

    static ECKey key() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID("one").generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange, int code, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(code, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
