package org.assistcounter.fleet.enrolment.web;

import java.util.List;
import org.assistcounter.fleet.operators.OpenPaths;
import org.springframework.stereotype.Component;

/** A new card cannot sign in: its token is what admits it. */
@Component
class EnrolmentPaths implements OpenPaths {

    @Override
    public List<String> patterns() {
        return List.of("/enrolment/counters");
    }
}
