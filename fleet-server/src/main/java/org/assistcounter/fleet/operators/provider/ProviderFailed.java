package org.assistcounter.fleet.operators.provider;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A provider's word is not taken, or there was none. */
final class ProviderFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final Why why;

    ProviderFailed(Why why, String detail, @Nullable Throwable cause) {
        super(detail, cause);
        this.why = why;
    }

    ProviderFailed(Why why, String detail) {
        this(why, detail, null);
    }

    Why why() {
        return why;
    }

    /** What is told to people. */
    enum Why {
        /** It cannot be reached, or took too long. */
        UNREACHABLE,
        /** It stands inside the own network, which this server does not ask for anybody. */
        INSIDE,
        /** What is there does not describe itself as a provider. */
        NO_PROVIDER,
        /** It calls itself otherwise. */
        OTHER_ISSUER,
        /** It does not do what we need: codes, a client's secret, signatures that we check. */
        CANNOT,
        /** What it said is not to be believed, or it refused the code. */
        WRONG;

        /** The end of a message's name. */
        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
