package org.assistcounter.fleet.database;

import io.r2dbc.spi.R2dbcException;
import org.jspecify.annotations.Nullable;

/** What a failure says by its SQLSTATE. */
public final class SqlStates {

    private static final String DATA_EXCEPTION = "22";
    private static final String CONSTRAINT_VIOLATION = "23";
    private static final String SERIALIZATION = "40001";
    private static final String DEADLOCK = "40P01";
    private static final int CAUSES_MAX = 20;

    private SqlStates() {}

    /**
     * Whether the database refused the values that it was given. Everything else, a full disk or a
     * lost connection among it, is the database's own trouble and says nothing of the values.
     */
    public static boolean isOfTheValues(Throwable failure) {
        String state = state(failure);
        return state != null
                && (state.startsWith(DATA_EXCEPTION) || state.startsWith(CONSTRAINT_VIOLATION));
    }

    /** Whether two transactions stood in each other's way: the same again may well succeed. */
    public static boolean isOfTheMoment(Throwable failure) {
        String state = state(failure);
        return state != null && (state.equals(SERIALIZATION) || state.equals(DEADLOCK));
    }

    private static @Nullable String state(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < CAUSES_MAX; depth++) {
            if (cause instanceof R2dbcException refused) {
                return refused.getSqlState();
            }
            cause = cause.getCause();
        }
        return null;
    }
}
