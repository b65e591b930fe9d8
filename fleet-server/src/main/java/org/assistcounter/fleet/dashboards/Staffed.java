package org.assistcounter.fleet.dashboards;

import java.util.List;
import java.util.Set;
import org.assistcounter.fleet.operators.Role;

/**
 * The page on which people are kept.
 *
 * @param roles what people of this organisation can be
 */
public record Staffed(List<Row> people, List<Role> roles) {

    /**
     * One person.
     *
     * @param signedIn when, or that it was never
     * @param isOneself who looks at the page, and changes nothing here
     */
    public record Row(
            Who who,
            Set<String> roles,
            State state,
            String signedIn,
            boolean isDisabled,
            boolean isOneself) {}

    /** Whom a row is about. */
    public record Who(String id, String login, String name) {}
}
