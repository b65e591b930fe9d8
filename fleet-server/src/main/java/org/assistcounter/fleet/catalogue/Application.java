package org.assistcounter.fleet.catalogue;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An application for recognition, as it stands.
 *
 * @param isRenewal of a product that was recognised before
 * @param due the last day on which it is dealt with in time
 * @param speakers the logins of who applied and who mended: they do not check it
 * @param version counts the steps, so that two who decide at once are told
 */
public record Application(
        long id,
        Subject subject,
        boolean isRenewal,
        Where where,
        LocalDate due,
        Set<String> speakers,
        long version) {

    /** Which product, and whose offices are asked. */
    public record Subject(String product, String supplier, String county) {}

    /** Where it is, and where it was when it was returned. */
    public record Where(Stage stage, @Nullable Stage before) {}

    /** Where it is. */
    public Stage stage() {
        return where.stage();
    }

    /** Whether offices have checked something of it that has to stay as it is. */
    public boolean isChecked() {
        boolean isBeforeAnyPass = stage() == Stage.RETURNED && where.before() == Stage.COUNTY;
        return stage().isOpen() && !isBeforeAnyPass;
    }

    /** Whether the day on which it had to be dealt with is over. */
    public boolean isLate(LocalDate today) {
        return stage().isOpen() && today.isAfter(due);
    }
}
