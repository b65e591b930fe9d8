package org.assistcounter.fleet.catalogue;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.assistcounter.protocol.shelf.Bilingual;

/**
 * A product that is kept out, of a supplier with the same licence as another product's.
 *
 * @param name what it is called
 * @param isSeen whether the reader sees its page
 */
public record Namesake(Exclusion exclusion, Bilingual name, boolean isSeen) {
    /** Neither these nor the width of signs nor the case of letters make two names different. */
    private static final Pattern IGNORED = Pattern.compile("[\\s\\p{Z}\\p{Cf}]+");

    /** Whether another product has the same name in Chinese. */
    boolean isCalled(Bilingual other) {
        return plain(name.zh()).equals(plain(other.zh()));
    }

    private static String plain(String name) {
        String even = Normalizer.normalize(name, Normalizer.Form.NFKC);
        return IGNORED.matcher(even).replaceAll("").toLowerCase(Locale.ROOT);
    }
}
