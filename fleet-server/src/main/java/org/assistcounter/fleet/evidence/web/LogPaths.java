package org.assistcounter.fleet.evidence.web;

import java.util.List;
import org.assistcounter.fleet.operators.OpenPaths;
import org.springframework.stereotype.Component;

/** The log is for everybody: it shows hashes, and nothing of what was sold. */
@Component
class LogPaths implements OpenPaths {

    @Override
    public List<String> patterns() {
        return List.of("/log/**");
    }
}
