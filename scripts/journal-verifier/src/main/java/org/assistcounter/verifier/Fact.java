package org.assistcounter.verifier;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import org.assistcounter.verifier.CborValue.Fields;
import org.assistcounter.verifier.CborValue.Items;
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

    /** The maps of the array {@code name} inside this fact, with the same accessors. */
    List<Fact> items(String name) {
        if (fields.get(name) instanceof Items(List<CborValue> values)) {
            return values.stream()
                    .filter(Fields.class::isInstance)
                    .map(each -> new Fact(type, ((Fields) each).values()))
                    .toList();
        }
        throw new IllegalStateException(name + " was accepted but is no array");
    }

    /** The map {@code name} inside this fact, with the same accessors. */
    Fact inner(String name) {
        if (fields.get(name) instanceof Fields(Map<String, CborValue> inner)) {
            return new Fact(type, inner);
        }
        throw new IllegalStateException(name + " was accepted but is no map");
    }
}
