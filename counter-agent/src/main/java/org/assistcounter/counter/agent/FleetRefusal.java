package org.assistcounter.counter.agent;

import java.net.URI;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A card was answered, and not with a certificate: by the fleet in words, or by somebody else. */
final class FleetRefusal extends SettingsException {
    private static final long serialVersionUID = 1L;
    private static final String TYPE = "urn:assistcounter:enrolment:";

    /** Of a counter that is in no service, whatever keys it has. */
    private static final String UNDECIDED = TYPE + "out_of_service";

    private static final int TIMED_OUT = 408;
    private static final int SERVER_ERROR = 500;

    private final int status;
    private final String type;

    private FleetRefusal(String message, int status, String type) {
        super(message);
        this.status = status;
        this.type = type;
    }

    /** From what stands in an answer. */
    static FleetRefusal of(URI server, int status, String body) {
        String type = type(body);
        String message =
                type.startsWith(TYPE)
                        ? "the fleet refused: " + status + " " + body
                        : server + " answered " + status + " and not as the fleet does";
        return new FleetRefusal(message, status, type);
    }

    private static String type(String problem) {
        try {
            return JsonMapper.shared().readTree(problem).path("type").asString("");
        } catch (JacksonException notOurs) {
            return "";
        }
    }

    /** Whether the fleet has said it. */
    boolean isFleets() {
        return type.startsWith(TYPE);
    }

    /** Whether it says that these keys have no place, and will not get one by asking again. */
    boolean isFinal() {
        return isFleets() && !type.equals(UNDECIDED);
    }

    /** Whether this question had no effect; behind a gateway's error the fleet may have acted. */
    boolean isWithoutEffect() {
        return isFleets() || (status < SERVER_ERROR && status != TIMED_OUT);
    }
}
