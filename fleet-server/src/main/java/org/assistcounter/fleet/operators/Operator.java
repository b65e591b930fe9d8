package org.assistcounter.fleet.operators;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody who is signed in: the principal of every guarded request.
 *
 * @param isDemonstration whether the visitor was signed in without a password
 */
public record Operator(
        UUID id,
        String tenant,
        String login,
        String name,
        Set<Role> roles,
        boolean isDemonstration) {

    /** The person that pages on the demonstration machine are shown as. */
    public static final String DEMONSTRATION_LOGIN = "demonstration";

    /** Whether one of the roles allows it. */
    public boolean may(May permission) {
        return roles.stream().anyMatch(role -> role.permissions().contains(permission));
    }
}
