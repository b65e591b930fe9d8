package org.assistcounter.fleet.operators;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Set;
import java.util.UUID;
import org.assistcounter.fleet.settings.DataDirectory;
import org.assistcounter.fleet.settings.FleetSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Somebody has to be there to sign in first. In the demonstration it is a dispatcher without a
 * password; otherwise an administrator whose random password is written to the data directory,
 * since a password known beforehand would be the same everywhere.
 */
@Component
class FirstPeople implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(FirstPeople.class);
    private static final String OPERATOR_TENANT = "operator";
    private static final int PASSWORD_BYTES = 15;
    private static final int ID_BYTES = 16;

    private final FleetSettings settings;
    private final DataDirectory data;
    private final Tenants tenants;
    private final People people;
    private final SecureRandom random;

    FirstPeople(
            FleetSettings settings,
            DataDirectory data,
            Tenants tenants,
            People people,
            SecureRandom random) {
        this.settings = settings;
        this.data = data;
        this.tenants = tenants;
        this.people = people;
        this.random = random;
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
        return tenants.addDemonstration().then(people.addIfMissing(drawId(), dispatcher));
    }

    private Mono<Void> addAdministrator() {
        return people.isAnybodyThere()
                .filter(isSomebodyThere -> !isSomebodyThere)
                .flatMap(nobody ->
                        tenants.addIfMissing(OPERATOR_TENANT, "运营方", "Operator")
                                .then(Mono.defer(this::addFirst)));
    }

    private Mono<Void> addFirst() {
        byte[] bytes = new byte[PASSWORD_BYTES];
        random.nextBytes(bytes);
        String password = Base64.getUrlEncoder().encodeToString(bytes);
        var file = data.at("administrator.password");
        DataDirectory.writePrivately(file, (password + "\n").getBytes(StandardCharsets.US_ASCII));
        LOG.info("The first administrator is `admin`; the password is in {}.", file);
        var first =
                new People.Newcomer(
                        OPERATOR_TENANT,
                        "admin",
                        "Administrator",
                        Set.of(Role.ADMINISTRATOR),
                        password);
        return people.addIfMissing(drawId(), first);
    }

    private UUID drawId() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        return UUID.nameUUIDFromBytes(bytes);
    }
}
