package org.assistcounter.fleet;

import java.util.Set;
import java.util.UUID;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.People;
import org.assistcounter.fleet.operators.Role;
import org.assistcounter.fleet.operators.Tenant;
import org.assistcounter.fleet.operators.TenantDesk;
import org.assistcounter.fleet.operators.TenantKind;
import org.assistcounter.fleet.operators.Tenants;

/** Offices and suppliers with a person each. */
final class RegistryPeople {
    static final String COUNTY = "611026";

    private final RunningServer.Parts server;

    RegistryPeople(RunningServer.Parts server) {
        this.server = server;
    }

    /** Somebody of an office, which is made when it is not there. */
    PersonsBrowser office(String division) {
        return office(division, "of-" + division);
    }

    /** Another person of an office. */
    PersonsBrowser office(String division, String login) {
        String tenant = "office-" + division;
        return new PersonsBrowser(
                server, person(login, tenant, TenantKind.PROGRAMME, division, Role.PROGRAMME));
    }

    /** Somebody of a supplier's own organisation. */
    PersonsBrowser supplier(String tenant) {
        return new PersonsBrowser(
                server, person(tenant + "-p", tenant, TenantKind.SUPPLIER, "", Role.SUPPLIER));
    }

    /** A person of an organisation; both are made when they are not there. */
    Operator person(String login, String tenant, TenantKind kind, String division, Role role) {
        People people = server.bean(People.class);
        if (server.bean(Tenants.class).find(tenant).blockOptional().isEmpty()) {
            people.addIfMissing(
                            UUID.randomUUID(),
                            new People.Newcomer(
                                    "demonstration",
                                    "registry-platform",
                                    "registry-platform",
                                    Set.of(Role.PLATFORM),
                                    null))
                    .block();
            Operator platform = people.find("registry-platform").blockOptional().orElseThrow();
            var names = new Tenant.Names(tenant, tenant);
            server.bean(TenantDesk.class)
                    .add(
                            platform,
                            new Tenant(tenant, kind, names, division, false, 0),
                            new TenantDesk.First(tenant + ".first", tenant))
                    .block();
        }
        people.addIfMissing(
                        UUID.randomUUID(),
                        new People.Newcomer(tenant, login, login, Set.of(role), null))
                .block();
        return people.find(login).blockOptional().orElseThrow();
    }
}
