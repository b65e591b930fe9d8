package org.assistcounter.fleet.operators;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody who is signed in, or whose token a program shows: the principal of every guarded
 * request.
 *
 * @param isDemonstration whether the visitor was signed in without a password
 * @param scopes to what the roles are narrowed; everything in a session
 */
public record Operator(
        UUID id,
        String tenant,
        String login,
        String name,
        Set<Role> roles,
        boolean isDemonstration,
        Set<May> scopes) {

    /** The person that pages on the demonstration machine are shown as. */
    public static final String DEMONSTRATION_LOGIN = "demonstration";

    private static final Set<May> ALL = Set.of(May.values());

    /** In a session. */
    public Operator(
            UUID id,
            String tenant,
            String login,
            String name,
            Set<Role> roles,
            boolean isDemonstration) {
        this(id, tenant, login, name, roles, isDemonstration, ALL);
    }

    /** The same person with no more than this. */
    public Operator within(Set<May> narrower) {
        return new Operator(id, tenant, login, name, roles, isDemonstration, narrower);
    }

    /** Whether one of the roles allows it. */
    public boolean may(May permission) {
        return scopes.contains(permission)
                && roles.stream().anyMatch(role -> role.permissions().contains(permission));
    }
}
