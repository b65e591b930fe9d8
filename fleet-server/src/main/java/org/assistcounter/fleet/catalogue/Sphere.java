package org.assistcounter.fleet.catalogue;

import org.assistcounter.fleet.operators.Tenant;

/**
 * Which suppliers somebody sees, with all that is theirs, and whose goods.
 *
 * @param tenant those that this organisation keeps
 * @param county those whose county's code begins so, as a pattern of SQL's {@code like}
 * @param operator at whom goods are seen, and what was sold of them; empty for all operators
 */
public record Sphere(String tenant, String county, String operator) {
    private static final String NONE = "-";
    private static final String ALL = "%";

    /** For what nobody asked for. */
    static final Sphere EVERYTHING = new Sphere("", ALL, "");

    /**
     * An office sees its division, a supplier itself; operators and auditors see all. Goods are
     * seen at all operators, except by one of them.
     */
    static Sphere of(Tenant tenant) {
        return switch (tenant.kind()) {
            case SUPPLIER -> new Sphere(tenant.id(), NONE, "");
            case PROGRAMME ->
                    new Sphere(
                            tenant.id(),
                            tenant.division().isEmpty() ? NONE : pattern(tenant.division()),
                            "");
            case OPERATOR -> new Sphere(tenant.id(), ALL, tenant.id());
            case PLATFORM, AUDITOR -> new Sphere(tenant.id(), ALL, "");
        };
    }

    /**
     * The codes of all counties within a division: the zeros at its end stand for all of it.
     *
     * @param division six digits; empty for the whole country
     */
    public static String pattern(String division) {
        return division.replaceFirst("(00){1,2}$", "") + ALL;
    }
}
