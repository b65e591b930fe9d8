package org.assistcounter.oracles;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sales of one counter by their names; written by the sale's oracle, read by the others. */
final class Sales {
    private final Map<String, SaleAccount> byName = new HashMap<>();
    private @Nullable SaleAccount open;

    @Nullable SaleAccount find(String name) {
        return byName.get(name);
    }

    /** The sale that has begun and not ended. */
    @Nullable SaleAccount open() {
        return open;
    }

    void begin(SaleAccount sale) {
        byName.put(sale.name(), sale);
        open = sale;
    }

    void end() {
        open = null;
    }

    Collection<SaleAccount> all() {
        return byName.values();
    }
}
