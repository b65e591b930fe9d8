package org.assistcounter.fleet.dashboards;

import java.util.Collection;
import java.util.Set;

/**
 * The sales that are over at the counter and not with the money.
 *
 * @param refunds whose money is on its way back
 * @param cases whose case nobody has settled
 */
record Pending(Set<String> refunds, Set<String> cases) {
    static Pending of(Collection<String> refunds, Collection<String> cases) {
        return new Pending(Set.copyOf(refunds), Set.copyOf(cases));
    }
}
