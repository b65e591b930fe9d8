package org.assistcounter.walletgateway;

import java.util.EnumMap;
import java.util.Map;

/** How often each fault still strikes. */
public final class Faults {
    private final Map<Fault, Integer> left = new EnumMap<>(Fault.class);

    /** The fault strikes this often from now on. */
    public synchronized void set(Fault fault, int times) {
        left.put(fault, times);
    }

    synchronized boolean take(Fault fault) {
        int times = left.getOrDefault(fault, 0);
        if (times > 0) {
            left.put(fault, times - 1);
        }
        return times > 0;
    }
}
