package org.assistcounter.verifier;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** A value that a record's body may hold; the page allows these kinds and nothing else. */
sealed interface CborValue {

    /** An integer of CBOR's whole range, from -2^64 to 2^64-1. */
    record Whole(BigInteger value) implements CborValue {}

    /** A truth value. */
    record Flag(boolean value) implements CborValue {}

    /** Text that was valid UTF-8. */
    record Text(String value) implements CborValue {}

    /** A byte string, as hexadecimal digits: they compare by value. */
    record Bytes(String hex) implements CborValue {}

    /** An array. */
    record Items(List<CborValue> values) implements CborValue {}

    /** A map with text keys, in the order of the bytes. */
    record Fields(Map<String, CborValue> values) implements CborValue {}
}
