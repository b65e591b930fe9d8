package org.assistcounter.fleet.operators;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assistcounter.fleet.operators.store.TenantStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * What is wrong with a password that somebody chooses. Whoever guesses tries first what many others
 * have chosen (`passwords/common.txt`), and then what has to do with the person and the place
 * (OWASP ASVS 5.0, 6.2.1 to 6.2.11). Small letters and capitals are the same to them.
 */
@Component
public final class ChosenPassword {
    static final int LENGTH_MIN = 10;
    static final int LENGTH_MAX = 200;

    private static final int DIFFERENT_MIN = 5;
    private static final int NAME_LENGTH_MIN = 4;
    private static final int WRITTEN_LENGTH_MIN = 2;
    private static final int NO_ALPHABET = 0x2E80;
    private static final List<String> OURS =
            List.of("assistancecounter", "assistcounter", "消费帮扶", "帮扶专柜");
    private static final Set<String> COMMON = common();

    private final TenantStore tenants;

    ChosenPassword(TenantStore tenants) {
        this.tenants = tenants;
    }

    /** The word of what is wrong with a password for somebody; none when it is good. */
    public Mono<String> fault(Operator person, String password) {
        return tenants.find(person.home())
                .map(home -> List.of(home.id(), home.names().zh(), home.names().en()))
                .defaultIfEmpty(List.of())
                .flatMapIterable(names -> faults(password, person.login(), names))
                .next()
                .map(Fault::word);
    }

    /** Why it cannot be chosen. */
    enum Fault {
        /** Too short, too long or of too few different signs. */
        WEAK,
        /** One of those that are tried first. */
        COMMON,
        /** A name of the person, of their organisation or of this software is in it. */
        NAMED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * All that is wrong with it, the first the worst; empty when nothing is.
     *
     * @param login of whoever chooses it
     * @param names of their organisation
     */
    static List<Fault> faults(String password, String login, Collection<String> names) {
        return Stream.of(Fault.values())
                .filter(fault ->
                        switch (fault) {
                            case WEAK -> isWeak(password);
                            case COMMON -> COMMON.contains(password.toLowerCase(Locale.ROOT));
                            case NAMED -> isNamed(password, login, names);
                        })
                .toList();
    }

    private static boolean isWeak(String password) {
        return password.length() < LENGTH_MIN
                || password.length() > LENGTH_MAX
                || password.chars().distinct().count() < DIFFERENT_MIN;
    }

    private static boolean isNamed(String password, String login, Collection<String> names) {
        String bare = bare(password);
        return password.toLowerCase(Locale.ROOT).contains(login)
                || Stream.concat(OURS.stream(), names.stream().map(ChosenPassword::bare))
                        .filter(ChosenPassword::isLongEnough)
                        .anyMatch(bare::contains);
    }

    /** Two Chinese signs are a name; three Latin letters are in many words. */
    private static boolean isLongEnough(String name) {
        boolean isWritten = name.chars().anyMatch(sign -> sign >= NO_ALPHABET);
        return name.length() >= (isWritten ? WRITTEN_LENGTH_MIN : NAME_LENGTH_MIN);
    }

    /** Letters and digits only, so that no hyphen hides a name. */
    private static String bare(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static Set<String> common() {
        var in =
                Objects.requireNonNull(
                        ChosenPassword.class.getResourceAsStream("/passwords/common.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return lines.lines().collect(Collectors.toUnmodifiableSet());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
