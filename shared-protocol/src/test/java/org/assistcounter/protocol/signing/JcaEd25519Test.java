package org.assistcounter.protocol.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.amazon.corretto.crypto.provider.AmazonCorrettoCryptoProvider;
import java.math.BigInteger;
import java.security.Provider;
import java.security.Security;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever does the arithmetic, signatures are the same bytes and the same ones hold. */
class JcaEd25519Test {
    private static final HexFormat HEX = HexFormat.of();

    /** The group's order, RFC 8032 section 5.1. */
    private static final BigInteger ORDER =
            BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));

    private static final byte[] SEED =
            HEX.parseHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb");

    enum Arithmetic {
        AWS_LC,
        JDK;

        JcaEd25519 engine() {
            return JcaEd25519.of(provider()).orElseThrow();
        }

        private Provider provider() {
            if (this == JDK) {
                return Security.getProvider("SunEC");
            }
            AmazonCorrettoCryptoProvider natives = AmazonCorrettoCryptoProvider.INSTANCE;
            assumeTrue(natives.getLoadingError() == null, "AWS-LC does not run here");
            return natives;
        }
    }

    /** RFC 8032 section 7.1, tests 1 to 3. */
    @ParameterizedTest
    @EnumSource
    void signsAsTheSpecificationDoes(Arithmetic who) {
        vector(
                who,
                "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60",
                "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a",
                "",
                "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
                        + "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
        vector(
                who,
                "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb",
                "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c",
                "72",
                "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                        + "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
        vector(
                who,
                "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7",
                "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025",
                "af82",
                "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
    }

    private static void vector(
            Arithmetic who, String seed, String publicKey, String message, String signature) {
        Signer signer = who.engine().signer(HEX.parseHex(seed));
        byte[] said = HEX.parseHex(message);
        assertThat(signer.publicKey()).asHexString().isEqualToIgnoringCase(publicKey);
        assertThat(signer.sign(said)).asHexString().isEqualToIgnoringCase(signature);
        assertThat(who.engine().holds(signer.publicKey(), said, HEX.parseHex(signature))).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void agreesWithOurOwnOnEveryChangedBit(Arithmetic who) {
        Ed25519 own = new Ed25519(SEED);
        Signer signer = who.engine().signer(SEED);
        byte[] message = new byte[200];
        new Random(1).nextBytes(message);
        byte[] signature = own.sign(message);
        assertThat(signer.sign(message)).isEqualTo(signature);
        assertThat(signer.keyId()).isEqualTo(own.keyId());
        for (int bit = 0; bit < 8 * Ed25519.SIGNATURE_LENGTH; bit++) {
            byte[] changed = flipped(signature, bit);
            assertThat(who.engine().holds(own.publicKey(), message, changed))
                    .as("bit %d of the signature", bit)
                    .isEqualTo(Ed25519.holds(own.publicKey(), message, changed))
                    .isFalse();
        }
        for (int bit = 0; bit < 8 * Ed25519.KEY_LENGTH; bit++) {
            byte[] changed = flipped(own.publicKey(), bit);
            assertThat(who.engine().holds(changed, message, signature))
                    .as("bit %d of the key", bit)
                    .isEqualTo(Ed25519.holds(changed, message, signature))
                    .isFalse();
        }
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / 8] ^= (byte) (1 << bit % 8);
        return changed;
    }

    /** RFC 8032 section 5.1.7, step 1: otherwise anybody could make a second signature of one. */
    @ParameterizedTest
    @EnumSource
    void refusesANumberBeyondTheOrder(Arithmetic who) {
        Ed25519 own = new Ed25519(SEED);
        byte[] message = {1, 2, 3};
        byte[] signature = own.sign(message);
        byte[] number = Arrays.copyOfRange(signature, 32, 64);
        byte[] beyond = littleEndian(fromLittleEndian(number).add(ORDER));
        System.arraycopy(beyond, 0, signature, 32, 32);

        assertThat(who.engine().holds(own.publicKey(), message, signature)).isFalse();
        assertThat(Ed25519.holds(own.publicKey(), message, signature)).isFalse();
    }

    private static BigInteger fromLittleEndian(byte[] bytes) {
        return new BigInteger(1, reversed(bytes));
    }

    private static byte[] littleEndian(BigInteger number) {
        byte[] big = number.toByteArray();
        byte[] whole = new byte[32];
        System.arraycopy(big, 0, whole, whole.length - big.length, big.length);
        return reversed(whole);
    }

    private static byte[] reversed(byte[] bytes) {
        byte[] turned = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            turned[i] = bytes[bytes.length - 1 - i];
        }
        return turned;
    }

    @ParameterizedTest
    @EnumSource
    void refusesWhatHasAnotherLengthOrIsNoPoint(Arithmetic who) {
        Ed25519 own = new Ed25519(SEED);
        byte[] message = {1, 2, 3};
        byte[] signature = own.sign(message);
        JcaEd25519 engine = who.engine();
        assertThat(engine.holds(new byte[31], message, signature)).isFalse();
        assertThat(engine.holds(own.publicKey(), message, new byte[63])).isFalse();
        // y = 2 has no x on the curve.
        byte[] noPoint = new byte[32];
        noPoint[0] = 2;
        assertThat(engine.holds(noPoint, message, signature)).isFalse();
    }

    /** Whoever does the arithmetic, such a key is not taken in. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                // y = 1, the neutral element, and the same with the sign that zero cannot have.
                "0100000000000000000000000000000000000000000000000000000000000000",
                "0100000000000000000000000000000000000000000000000000000000000080",
                // y = 0, of order 4; y = p - 1, of order 2.
                "0000000000000000000000000000000000000000000000000000000000000000",
                "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                // y = p and y = p + 1: zero and one, written otherwise.
                "edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                "eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
                // Of order 8.
                "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
                "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
                // No point at all, and nothing.
                "0200000000000000000000000000000000000000000000000000000000000000",
                ""
            })
    void aKeyByWhichAnybodyCanSignIsNone(String hex) {
        assertThat(Ed25519.isKey(HEX.parseHex(hex))).isFalse();
    }

    @Test
    void everyKeyThatHasASeedIsOne() {
        Random random = new Random(2);
        for (int i = 0; i < 100; i++) {
            byte[] seed = new byte[Ed25519.KEY_LENGTH];
            random.nextBytes(seed);
            assertThat(Ed25519.isKey(new Ed25519(seed).publicKey())).isTrue();
        }
    }

    @Test
    void aProviderThatDoesNotKnowTheCurveIsNotTaken() {
        assertThat(JcaEd25519.of(Security.getProvider("SUN"))).isEmpty();
    }

    @Test
    void asksForASeedOfTheRightLength() {
        assertThatThrownBy(() -> Arithmetic.JDK.engine().signer(new byte[31]))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
