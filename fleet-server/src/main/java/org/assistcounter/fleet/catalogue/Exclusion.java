package org.assistcounter.fleet.catalogue;

import java.util.Locale;
import org.assistcounter.protocol.shelf.Bilingual;
import org.jspecify.annotations.Nullable;

/**
 * Somebody or something that is kept out.
 *
 * @param appeal what the supplier says against it, with who and when; null while it says nothing
 * @param answer how the appeal ended; null while it has not
 */
public record Exclusion(
        long id, Subject subject, Why why, @Nullable Said appeal, @Nullable Answer answer) {

    /** A supplier with all it has, or one product of it, whose code is empty otherwise. */
    public record Subject(String supplier, String product, Kept kept) {}

    /** Which organisation keeps the supplier's entry, empty for its county's office. */
    public record Kept(String tenant, String county) {}

    /**
     * What a reader sees of one, and what they may do about it.
     *
     * @param name what the product is called, or the supplier where all of it is kept out
     */
    public record Line(Exclusion exclusion, Bilingual name, boolean mayAppeal, boolean mayAnswer) {}

    /** On which grounds, who found them and what they were. */
    public record Why(Grounds grounds, Said found) {}

    /** What somebody said. */
    public record Said(String words, Step.By by) {}

    /** Whether it was lifted, and why. */
    public record Answer(boolean isLifted, Said why) {}

    /** Why somebody is kept out. */
    public enum Grounds {
        QUALITY,
        ORIGIN,
        PRICE,
        INTEGRITY,
        LAW;

        /** As it is stored, and the end of a message's name. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The grounds of a word. */
        public static Grounds of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether it still keeps them out. */
    public boolean isOn() {
        return answer == null || !answer.isLifted();
    }

    /** Whether an appeal waits for its answer. */
    public boolean isAppealed() {
        return appeal != null && answer == null;
    }
}
