package org.assistcounter.fleet.operators;

import java.util.Set;
import org.assistcounter.fleet.settings.FleetSettings;
import org.assistcounter.fleet.settings.StartRefused;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Somebody has to be there to sign in first. In the demonstration it is a visitor without a
 * password; otherwise an administrator, for whom a link that is good once is written to the data
 * directory: a password known beforehand would be the same everywhere. Who runs the server can have
 * such a link written for anybody, such as an administrator who is alone and has lost the phone.
 */
@Component
class FirstPeople implements SmartInitializingSingleton {

    private static final Tenant PLATFORM =
            new Tenant(
                    "operator",
                    TenantKind.PLATFORM,
                    new Tenant.Names("运营方", "Operator"),
                    "",
                    false,
                    0);

    /** So that whoever tries it out sees every page. */
    private static final Set<Role> VISITORS =
            Set.of(
                    Role.DISPATCHER,
                    Role.SUPPLIER,
                    Role.PROGRAMME,
                    Role.AUDITOR,
                    Role.ADMINISTRATOR,
                    Role.PLATFORM);

    private static final String ADMINISTRATOR = "admin";

    private final FleetSettings settings;
    private final Tenants tenants;
    private final People people;
    private final AdministratorLink link;
    private final PasswordRule passwords;
    private final String wanted;

    FirstPeople(
            FleetSettings settings,
            Tenants tenants,
            People people,
            AdministratorLink link,
            PasswordRule passwords,
            @Value("${assistcounter.administrator-link}") String wanted) {
        this.settings = settings;
        this.tenants = tenants;
        this.people = people;
        this.link = link;
        this.passwords = passwords;
        this.wanted = wanted;
    }

    /** Done before the ports are opened. */
    @Override
    public void afterSingletonsInstantiated() {
        (settings.demonstration() ? addVisitor() : addAdministrator()).block();
    }

    private Mono<Void> addVisitor() {
        var visitor =
                new People.Newcomer(
                        Tenants.DEMONSTRATION,
                        Operator.DEMONSTRATION_LOGIN,
                        "演示人员 Demonstration visitor",
                        VISITORS,
                        null);
        return tenants.addDemonstration()
                .then(people.add(visitor))
                .switchIfEmpty(people.idOf(Operator.DEMONSTRATION_LOGIN))
                .flatMap(people::enable);
    }

    /** Whom the demonstration signed in without a password is nobody here. */
    private Mono<Void> addAdministrator() {
        return people.find(Operator.DEMONSTRATION_LOGIN)
                .flatMap(visitor -> people.disable(visitor.id()))
                .then(people.isAnybodyThere())
                .flatMap(isSomebodyThere -> {
                    if (!isSomebodyThere) {
                        return addFirst();
                    }
                    return wanted.isEmpty() ? Mono.empty() : rescue();
                });
    }

    private Mono<Void> addFirst() {
        var first =
                new People.Newcomer(
                        PLATFORM.id(),
                        ADMINISTRATOR,
                        "Administrator",
                        Set.of(Role.ADMINISTRATOR, Role.PLATFORM),
                        null);
        return tenants.add(PLATFORM)
                .then(people.add(first))
                .then(people.find(ADMINISTRATOR))
                .flatMap(link::write);
    }

    /** Whoever runs the server says that this person is to come in again. */
    private Mono<Void> rescue() {
        return people.idOf(wanted)
                .flatMap(people::enable)
                .then(people.find(wanted))
                .switchIfEmpty(
                        Mono.error(() ->
                                new StartRefused(
                                        "Nobody of an open organisation has the user name `"
                                                + wanted
                                                + "` that assistcounter.administrator-link names.",
                                        "Name somebody who is there, or leave it empty.")))
                .flatMap(person -> passwords.allowAtStart(person.home()).then(link.write(person)));
    }
}
