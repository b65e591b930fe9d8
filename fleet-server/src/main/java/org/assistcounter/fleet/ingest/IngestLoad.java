package org.assistcounter.fleet.ingest;

import org.springframework.stereotype.Component;

/** Tells those who work behind the ingest whether it needs the machine for itself. */
@Component
public class IngestLoad {
    private final Groups groups;

    IngestLoad(Groups groups) {
        this.groups = groups;
    }

    /** Whether a batch that came now would have to wait. */
    public boolean isHeavy() {
        return groups.isFull();
    }
}
