package org.assistcounter.fleet.operators;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;

/**
 * Works the hashes of a tenant's audit out again, line by line, as migration V0211 describes them.
 * Immutable; a check goes on from the one before.
 *
 * @param number the line that was looked at last
 * @param broken the first line whose hash is not the one worked out; 0 while there is none
 */
public record AuditCheck(String tenant, long number, String hash, long broken) {

    private static final int HASH_BYTES = 32;

    /** Before the first line. */
    public static AuditCheck of(String tenant) {
        return new AuditCheck(tenant, 0, HexFormat.of().formatHex(new byte[HASH_BYTES]), 0);
    }

    /**
     * A line with what its hash covers.
     *
     * @param person the id of who did it; empty for what nobody did
     */
    public record Covered(
            long number, Instant at, String person, AuditLine.Deed deed, String hash) {}

    /** The next line. */
    public AuditCheck with(Covered line) {
        boolean isRight = line.number() == number + 1 && hash(line).equals(line.hash());
        return new AuditCheck(
                tenant,
                line.number(),
                line.hash(),
                broken != 0 || isRight ? broken : line.number());
    }

    /** After the last line: lines cut off at the end are missed by what was noted of it. */
    AuditCheck endingAt(long lastNumber, String lastHash) {
        boolean isRight = number == lastNumber && hash.equals(lastHash);
        return new AuditCheck(tenant, number, hash, broken != 0 || isRight ? broken : number + 1);
    }

    private String hash(Covered line) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(hash));
            digest.update(number(line.number()));
            digest.update(number(ChronoUnit.MICROS.between(Instant.EPOCH, line.at())));
            text(digest, tenant);
            text(digest, line.person());
            text(digest, line.deed().action());
            text(digest, line.deed().subject());
            text(digest, line.deed().detail());
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES).putLong(value).array();
    }

    private static void text(MessageDigest digest, String value) {
        byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
        digest.update(bytes);
    }
}
