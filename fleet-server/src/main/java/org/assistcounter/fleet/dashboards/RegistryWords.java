package org.assistcounter.fleet.dashboards;

import java.util.Locale;
import org.assistcounter.fleet.divisions.Divisions;
import org.springframework.stereotype.Component;

/** Makes the words of one reader of the registry. */
@Component
public class RegistryWords {
    private final Lexicon lexicon;
    private final Divisions divisions;

    RegistryWords(Lexicon lexicon, Divisions divisions) {
        this.lexicon = lexicon;
        this.divisions = divisions;
    }

    /** For a reader of a language, now. */
    public Told told(Locale locale) {
        return new Told(lexicon.words(locale), divisions);
    }
}
