package org.assistcounter.fleet.dashboards;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.divisions.Divisions;
import org.assistcounter.fleet.settings.BusinessZone;
import org.assistcounter.protocol.shelf.Bilingual;
import org.jspecify.annotations.Nullable;

/** What templates of the registry ask for words: they draw entries as they are. */
public final class Told {
    private static final int MONTHS = 12;

    /** How a field is to be filled stands behind its name, in brackets. */
    private static final Pattern HINT = Pattern.compile(" ?[(（].*$");

    private static final DateTimeFormatter FULL_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(BusinessZone.HOME);

    private static final int KILOGRAMS_OF_A_TONNE = 1000;

    private final Words words;
    private final Divisions divisions;

    Told(Words words, Divisions divisions) {
        this.words = words;
        this.divisions = divisions;
    }

    /** Which day it is for the programme. */
    public LocalDate getToday() {
        return BusinessZone.day(words.now());
    }

    /** In the reader's language. */
    public String either(Bilingual both) {
        return words.either(both);
    }

    /** A division's name; empty for none. */
    public String place(String code) {
        return code.isEmpty() ? "" : divisions.name(code, words.either("", "en").equals("en"));
    }

    /** A county's names from the province down, in English where there are such names. */
    public String path(String code) {
        return words.either(divisions.path(code), place(code));
    }

    /** An amount of fen. */
    public String yuan(long fen) {
        return Money.yuan(fen);
    }

    /** A number of things. */
    public String count(long number) {
        return Money.pieces(number);
    }

    /** A weight in the unit that people say. */
    public String weight(long kilograms) {
        return kilograms < KILOGRAMS_OF_A_TONNE
                ? words.say("weight.kilograms", kilograms)
                : words.say("weight.tonnes", kilograms / (double) KILOGRAMS_OF_A_TONNE);
    }

    /** In which months there is something. */
    public String season(RegisteredProduct.Supply supply) {
        boolean isAllYear = supply.toMonth() % MONTHS + 1 == supply.fromMonth();
        return isAllYear
                ? words.say("product.season.all")
                : words.say(
                        "product.season.is", month(supply.fromMonth()), month(supply.toMonth()));
    }

    /** A month by its number. */
    public String month(int number) {
        return words.say("month." + number);
    }

    /** A moment in the programme's zone. */
    public String time(Instant at) {
        return words.time(at, BusinessZone.HOME);
    }

    /** The day of a moment in the programme's zone. */
    public LocalDate day(Instant at) {
        return BusinessZone.day(at);
    }

    /** A moment with its day and year, for what is read later. */
    String fullTime(Instant at) {
        return FULL_TIME.format(at);
    }

    /** Who did something; a rule has a name too. */
    public String person(String login) {
        return words.person(login);
    }

    /** A refusal's words: a word of the registry, or a column and a word of the spreadsheets. */
    public String refusal(String refusal) {
        int dot = refusal.indexOf('.');
        if (dot < 0) {
            String known = words.explain("registry.refused", refusal);
            return known.equals(refusal) ? words.say("registry.refused.other") : known;
        }
        return words.say(
                "registry.problem",
                HINT.matcher(words.explain("column", refusal.substring(0, dot))).replaceFirst(""),
                words.explain("sheet", refusal.substring(dot + 1)));
    }

    /** What a column is called; its own heading where nobody knows it. */
    public String column(String key) {
        return words.explain("column", key);
    }

    /** What is wrong with a row: a word of the spreadsheets or one of the registry. */
    public String problem(String word) {
        String known = words.explain("sheet", word);
        return known.equals(word) ? refusal(word) : known;
    }

    /** Whether an address says that something was refused. */
    public boolean isRefused(@Nullable String word) {
        return word != null && !word.isBlank();
    }
}
