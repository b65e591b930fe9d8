package org.assistcounter.fleet.operators;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Set;
import java.util.UUID;
import org.assistcounter.fleet.settings.DataDirectory;
import org.assistcounter.fleet.settings.FleetSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Somebody has to be there to sign in first. In the demonstration it is a dispatcher without a
 * password; otherwise an administrator, for whom a link that is good once is written to the data
 * directory: a password known beforehand would be the same everywhere. Who runs the server can have
 * such a link written again, for an administrator who has lost phone or password.
 */
@Component
class FirstPeople implements SmartInitializingSingleton {

    /** Where the link is written, in the data directory. */
    static final String LINK_FILE = "administrator.link";

    private static final Logger LOG = LoggerFactory.getLogger(FirstPeople.class);
    private static final String OPERATOR_TENANT = "operator";
    private static final String ADMINISTRATOR = "admin";

    private final FleetSettings settings;
    private final DataDirectory data;
    private final Tenants tenants;
    private final People people;
    private final Invitations invitations;
    private final SecureRandom random;
    private final boolean isLinkWanted;

    FirstPeople(
            FleetSettings settings,
            DataDirectory data,
            Tenants tenants,
            People people,
            Invitations invitations,
            SecureRandom random,
            @Value("${assistcounter.administrator-link}") boolean isLinkWanted) {
        this.settings = settings;
        this.data = data;
        this.tenants = tenants;
        this.people = people;
        this.invitations = invitations;
        this.random = random;
        this.isLinkWanted = isLinkWanted;
    }

    /** Done before the ports are opened. */
    @Override
    public void afterSingletonsInstantiated() {
        (settings.demonstration() ? addDispatcher() : addAdministrator()).block();
    }

    private Mono<Void> addDispatcher() {
        var dispatcher =
                new People.Newcomer(
                        Tenants.DEMONSTRATION,
                        Operator.DEMONSTRATION_LOGIN,
                        "演示调度员 Demonstration dispatcher",
                        Set.of(Role.DISPATCHER),
                        null);
        return tenants.addDemonstration().then(people.addIfMissing(drawId(), dispatcher)).then();
    }

    private Mono<Void> addAdministrator() {
        var first =
                new People.Newcomer(
                        OPERATOR_TENANT,
                        ADMINISTRATOR,
                        "Administrator",
                        Set.of(Role.ADMINISTRATOR),
                        null);
        return people.isAnybodyThere()
                .filter(isSomebodyThere -> isLinkWanted || !isSomebodyThere)
                .flatMap(needed ->
                        tenants.addIfMissing(OPERATOR_TENANT, "运营方", "Operator")
                                .then(people.addIfMissing(drawId(), first))
                                .then(people.find(ADMINISTRATOR))
                                .flatMap(invitations::make)
                                .doOnNext(this::write))
                .then();
    }

    private void write(String token) {
        Path file = data.at(LINK_FILE);
        String link = settings.origin() + Invitations.address(token) + "\n";
        DataDirectory.writePrivately(file, link.getBytes(StandardCharsets.UTF_8));
        LOG.info(
                "The administrator `{}` chooses a password by the link in {}, once, within {} h.",
                ADMINISTRATOR,
                file,
                Invitations.LIFE_MAX.toHours());
    }

    private UUID drawId() {
        return new UUID(random.nextLong(), random.nextLong());
    }
}
