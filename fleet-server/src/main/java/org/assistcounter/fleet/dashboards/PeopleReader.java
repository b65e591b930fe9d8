package org.assistcounter.fleet.dashboards;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.PeopleDesk;
import org.assistcounter.fleet.operators.Person;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the people of a tenant. */
@Component
public class PeopleReader {
    private final Lexicon lexicon;
    private final PeopleDesk desk;

    PeopleReader(Lexicon lexicon, PeopleDesk desk) {
        this.lexicon = lexicon;
        this.desk = desk;
    }

    /** Of the tenant of who looks. */
    public Mono<Staffed> read(Operator reader, Locale locale) {
        Words words = lexicon.words(locale);
        return Mono.zip(
                        lexicon.zone(reader.tenant()),
                        desk.list(reader).collectList(),
                        desk.rolesHere(reader))
                .map(read ->
                        new Staffed(
                                read.getT2().stream()
                                        .map(person -> row(person, reader, words, read.getT1()))
                                        .toList(),
                                List.copyOf(read.getT3())));
    }

    private static Staffed.Row row(Person person, Operator reader, Words words, ZoneId zone) {
        Operator about = person.operator();
        Instant signedIn = person.signedInAt();
        return new Staffed.Row(
                new Staffed.Who(about.id().toString(), about.login(), about.name()),
                about.roles().stream().map(Enum::name).collect(Collectors.toUnmodifiableSet()),
                state(person, words, zone),
                signedIn == null ? words.say("people.never") : words.time(signedIn, zone),
                person.isDisabled(),
                about.id().equals(reader.id()));
    }

    private static State state(Person person, Words words, ZoneId zone) {
        Instant until = person.invitedUntil();
        if (person.isDisabled()) {
            return State.off(words.say("people.disabled"));
        }
        if (until != null) {
            return State.watch(words.say("people.invited", words.time(until, zone)));
        }
        return person.hasSecondFactor()
                ? State.good(words.say("people.complete"))
                : State.watch(words.say("people.incomplete"));
    }
}
