package org.assistcounter.verifier;

import java.math.BigInteger;
import java.util.Map;
import org.assistcounter.verifier.CborValue.Fields;
import org.assistcounter.verifier.CborValue.Text;
import org.assistcounter.verifier.CborValue.Whole;

/**
 * The content of a record whose form {@link FactForms} has accepted, so that asking for a field
 * that the page prescribes cannot fail.
 */
record Fact(int type, Map<String, CborValue> fields) {

    String text(String name) {
        if (fields.get(name) instanceof Text(String value)) {
            return value;
        }
        throw new IllegalStateException(name + " was accepted but is no text");
    }

    long number(String name) {
        if (fields.get(name) instanceof Whole(BigInteger value)) {
            return value.longValueExact();
        }
        throw new IllegalStateException(name + " was accepted but is no integer");
    }

    boolean is(String name, String word) {
        return text(name).equals(word);
    }

    /** The map {@code name} inside this fact, with the same accessors. */
    Fact inner(String name) {
        if (fields.get(name) instanceof Fields(Map<String, CborValue> inner)) {
            return new Fact(type, inner);
        }
        throw new IllegalStateException(name + " was accepted but is no map");
    }
}
