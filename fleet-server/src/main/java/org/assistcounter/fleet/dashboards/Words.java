package org.assistcounter.fleet.dashboards;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.complaints.Decision;
import org.assistcounter.protocol.shelf.Bilingual;
import org.springframework.context.MessageSource;

/** Says things to one reader: in the page's language, seen from one moment. */
final class Words {
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DAY_AND_CLOCK =
            DateTimeFormatter.ofPattern("MM-dd HH:mm");
    private static final int HOURS_SAID_MAX = 48;

    private final MessageSource texts;
    private final Catalogue catalogue;
    private final Locale locale;
    private final Instant now;

    Words(MessageSource texts, Catalogue catalogue, Locale locale, Instant now) {
        this.texts = texts;
        this.catalogue = catalogue;
        this.locale = locale;
        this.now = now;
    }

    Instant now() {
        return now;
    }

    String say(String key, Object... values) {
        return texts.getMessage(key, values, locale);
    }

    /** The words for a machine's word; the machine's word itself when there are none. */
    String explain(String group, String word) {
        String key = group + "." + word.replace(' ', '-');
        String words = texts.getMessage(key, null, word, locale);
        return words == null ? word : words;
    }

    String either(Bilingual both) {
        return isEnglish() ? both.en() : both.zh();
    }

    String either(String zh, String en) {
        return isEnglish() ? en : zh;
    }

    /** A product's name; its code when the catalogue does not know it. */
    String product(String code) {
        return either(catalogue.names(code));
    }

    /** The county a product is from; empty when the catalogue does not know it. */
    String county(String code) {
        return catalogue
                .find(code)
                .map(good -> good.product().county())
                .map(county -> either(county.zh(), county.en()))
                .orElse("");
    }

    /** Who did something; a rule has a name too. */
    String person(String login) {
        return login.equals(Decision.By.RULE) ? say("person.rule") : login;
    }

    /** The clock in a zone, with the day unless it is today there. */
    String time(Instant at, ZoneId zone) {
        boolean isToday = LocalDate.ofInstant(at, zone).equals(LocalDate.ofInstant(now, zone));
        return (isToday ? CLOCK : DAY_AND_CLOCK).withZone(zone).format(at);
    }

    /** How long ago, in one unit. */
    String age(Instant at) {
        Duration age = Duration.between(at, now);
        if (age.toMinutes() < 1) {
            return say("age.now");
        }
        if (age.toHours() < 1) {
            return say("age.minutes", age.toMinutes());
        }
        return age.toHours() < HOURS_SAID_MAX
                ? say("age.hours", age.toHours())
                : say("age.days", age.toDays());
    }

    private boolean isEnglish() {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage());
    }
}
