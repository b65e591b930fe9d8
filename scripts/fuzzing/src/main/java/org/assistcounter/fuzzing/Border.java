package org.assistcounter.fuzzing;

/** A border where bytes of others come in, and what must hold whatever they are. */
@FunctionalInterface
interface Border {

    /** Throws when a property does not hold. */
    void take(byte[] bytes) throws Exception;
}
