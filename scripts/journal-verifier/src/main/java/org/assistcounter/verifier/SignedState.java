package org.assistcounter.verifier;

import java.math.BigInteger;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.assistcounter.verifier.CborValue.Bytes;
import org.assistcounter.verifier.CborValue.Fields;
import org.assistcounter.verifier.CborValue.Flag;
import org.assistcounter.verifier.CborValue.Items;
import org.assistcounter.verifier.CborValue.Text;
import org.assistcounter.verifier.CborValue.Whole;
import org.jspecify.annotations.Nullable;

/**
 * What a desired state says (DESIRED.md). Who signed it is for the counter to check: the key is in
 * no export.
 *
 * @param terms by product
 */
record SignedState(long revision, Map<String, Terms> terms) {

    /**
     * Of one product.
     *
     * @param price null where it is that of the release
     */
    record Terms(@Nullable Long price, boolean offered) {}

    SignedState {
        terms = Map.copyOf(terms);
    }

    /** From the byte string of a record. */
    static SignedState of(CborValue word) throws MalformedException {
        Fields envelope = CborReader.read(bytes(word));
        if (envelope.values().size() != 2 || bytes(envelope, "signature").length != 64) {
            throw new MalformedException("a desired state is a body and its signature");
        }
        Fields body = CborReader.read(bytes(envelope, "desired"));
        if (number(body, "v") != 1 || number(body, "revision") < 1 || body.values().size() != 3) {
            throw new MalformedException("a desired state of another form");
        }
        return new SignedState(number(body, "revision"), terms(body));
    }

    private static Map<String, Terms> terms(Fields body) throws MalformedException {
        if (!(body.values().get("products") instanceof Items items)) {
            throw new MalformedException("a desired state without products");
        }
        Map<String, Terms> terms = new HashMap<>();
        for (CborValue each : items.values()) {
            if (!(each instanceof Fields product)
                    || !(product.values().get("product") instanceof Text(String code))
                    || !(product.values().get("offered") instanceof Flag(boolean offered))) {
                throw new MalformedException("a product of a desired state of another form");
            }
            Long price = product.values().containsKey("price") ? number(product, "price") : null;
            if (terms.put(code, new Terms(price, offered)) != null) {
                throw new MalformedException("a product twice in a desired state");
            }
        }
        return terms;
    }

    private static byte[] bytes(Fields fields, String name) throws MalformedException {
        return bytes(fields.values().get(name));
    }

    private static byte[] bytes(@Nullable CborValue value) throws MalformedException {
        if (value instanceof Bytes(String hex)) {
            return HexFormat.of().parseHex(hex);
        }
        throw new MalformedException("a part of a desired state is no byte string");
    }

    private static long number(Fields fields, String name) throws MalformedException {
        if (fields.values().get(name) instanceof Whole(BigInteger value)
                && value.bitLength() < Long.SIZE) {
            return value.longValueExact();
        }
        throw new MalformedException(name + " of a desired state is no number");
    }
}
