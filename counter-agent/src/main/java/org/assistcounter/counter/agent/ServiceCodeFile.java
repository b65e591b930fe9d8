package org.assistcounter.counter.agent;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assistcounter.counter.service.CodeVerdict;
import org.assistcounter.counter.service.ServiceCode;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * This counter's service code in its data folder, as Argon2id has hashed it (RFC 9106, written as
 * the PHC string format has it). A code has few digits, so the hash only buys time: whoever takes
 * the card home tries all of them in days, and has the counter's keys anyway. What protects the
 * keypad are the pauses.
 */
record ServiceCodeFile(Path file) {
    private static final String NAME = "service-code";
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final Pattern FORM =
            Pattern.compile(
                    "\\$argon2id\\$v=19\\$m=([0-9]{1,6}),t=([0-9]),p=1"
                            + "\\$([A-Za-z0-9+/]{22})\\$([A-Za-z0-9+/]{43})");

    /** How slow it is: about half a second on a Raspberry Pi 4, in 32 MiB. */
    private static final Cost USUAL = new Cost(32 * 1024, 3);

    /**
     * What one comparison takes.
     *
     * @param kibibytes of memory
     */
    private record Cost(int kibibytes, int passes) {
        private static final int KIBIBYTES_MIN = 8;
        private static final int KIBIBYTES_MAX = 128 * 1024;

        boolean isBearable() {
            return kibibytes >= KIBIBYTES_MIN && kibibytes <= KIBIBYTES_MAX && passes > 0;
        }

        byte[] hash(ServiceCode code, byte[] salt) {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(
                    new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                            .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                            .withMemoryAsKB(kibibytes)
                            .withIterations(passes)
                            .withParallelism(1)
                            .withSalt(salt)
                            .build());
            byte[] hash = new byte[HASH_BYTES];
            generator.generateBytes(code.digits().getBytes(StandardCharsets.US_ASCII), hash);
            return hash;
        }
    }

    static ServiceCodeFile of(Path data) {
        return new ServiceCodeFile(Identity.folder(data).resolve(NAME));
    }

    /** The code is this one from now on. */
    void keep(ServiceCode code, SecureRandom random) throws IOException {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        DurableFile.folder(file.resolveSibling(""));
        DurableFile.write(
                file,
                "$argon2id$v=19$m=%d,t=%d,p=1$%s$%s\n"
                        .formatted(
                                USUAL.kibibytes(),
                                USUAL.passes(),
                                base64.encodeToString(salt),
                                base64.encodeToString(USUAL.hash(code, salt))),
                DurableFile.SECRET);
    }

    /** Whether it is the code that is kept; an {@link IOException} where nobody can tell. */
    CodeVerdict compare(ServiceCode code) throws IOException {
        if (!Files.exists(file)) {
            return CodeVerdict.NOT_SET;
        }
        Matcher kept = FORM.matcher(Files.readString(file).strip());
        if (!kept.matches()) {
            throw new IOException(file + " holds no hash of a service code");
        }
        Cost cost = new Cost(Integer.parseInt(kept.group(1)), Integer.parseInt(kept.group(2)));
        if (!cost.isBearable()) {
            throw new IOException(file + " wants " + cost + " for a comparison");
        }
        Base64.Decoder base64 = Base64.getDecoder();
        byte[] hash = cost.hash(code, base64.decode(kept.group(3)));
        return MessageDigest.isEqual(hash, base64.decode(kept.group(4)))
                ? CodeVerdict.RIGHT
                : CodeVerdict.WRONG;
    }
}
