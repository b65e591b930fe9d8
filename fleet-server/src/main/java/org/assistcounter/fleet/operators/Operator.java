package org.assistcounter.fleet.operators;

import java.util.Set;
import java.util.UUID;

/**
 * Somebody who is signed in, or whose token a program shows: the principal of every guarded
 * request.
 *
 * @param home the organisation that they are of
 * @param tenant the one whose things they see: their own, or one that an auditor looks at
 * @param isDemonstration whether the visitor was signed in without a password
 * @param scopes to what the roles are narrowed; everything in a session at home
 */
public record Operator(
        UUID id,
        String home,
        String tenant,
        String login,
        String name,
        Set<Role> roles,
        boolean isDemonstration,
        Set<May> scopes) {

    /** The person that pages on the demonstration machine are shown as. */
    public static final String DEMONSTRATION_LOGIN = "demonstration";

    private static final Set<May> ALL = Set.of(May.values());

    /** In a session at home. */
    public Operator(
            UUID id,
            String tenant,
            String login,
            String name,
            Set<Role> roles,
            boolean isDemonstration) {
        this(id, tenant, tenant, login, name, roles, isDemonstration, ALL);
    }

    /** The same person with no more than this. */
    public Operator within(Set<May> narrower) {
        return new Operator(id, home, tenant, login, name, roles, isDemonstration, narrower);
    }

    /** The same person at another organisation. */
    public Operator at(String other) {
        return new Operator(id, home, other, login, name, roles, isDemonstration, scopes);
    }

    /** The same person at home, for what they do for themselves. */
    public Operator atHome() {
        return at(home);
    }

    /** The same person who looks at another organisation and changes nothing there. */
    public Operator lookingAt(String other) {
        return at(other).within(May.OF_GUESTS);
    }

    /** Whether they look at another organisation than their own. */
    public boolean isGuest() {
        return !home.equals(tenant);
    }

    /** Whether one of the roles allows it. */
    public boolean may(May permission) {
        return scopes.contains(permission)
                && roles.stream().anyMatch(role -> role.permissions().contains(permission));
    }
}
