package org.assistcounter.fleet.operators;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.assistcounter.fleet.settings.DataDirectory;
import org.assistcounter.fleet.settings.FleetSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** A link for who runs the server, written where nobody else reads. */
@Component
class AdministratorLink {

    /** Where it is written, in the data directory. */
    private static final String FILE = "administrator.link";

    private static final Logger LOG = LoggerFactory.getLogger(AdministratorLink.class);

    private final FleetSettings settings;
    private final DataDirectory data;
    private final Invitations invitations;
    private final Audit audit;

    AdministratorLink(
            FleetSettings settings, DataDirectory data, Invitations invitations, Audit audit) {
        this.settings = settings;
        this.data = data;
        this.invitations = invitations;
        this.audit = audit;
    }

    /** Writes one for somebody. */
    Mono<Void> write(Operator person) {
        return invitations
                .make(person)
                .doOnNext(token -> put(person, token))
                .then(
                        audit.record(
                                person, "person-linked", person.login(), "by the server's start"));
    }

    private void put(Operator person, String token) {
        Path file = data.at(FILE);
        String link = settings.origin() + Invitations.address(token) + "\n";
        DataDirectory.writePrivately(file, link.getBytes(StandardCharsets.UTF_8));
        LOG.info(
                "`{}` chooses a password by the link in {}, once, within {} h.",
                person.login(),
                file,
                Invitations.LIFE_MAX.toHours());
    }
}
