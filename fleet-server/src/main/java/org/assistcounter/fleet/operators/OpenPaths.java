package org.assistcounter.fleet.operators;

import java.util.List;

/**
 * Declares addresses that need no sign-in. Every bean of this kind is honoured; all other addresses
 * need a session. An open address must check by itself whatever it has to.
 */
public interface OpenPaths {

    /** Path patterns, such as `/enrolment/counters` or `/sandbox/**`. */
    List<String> patterns();
}
