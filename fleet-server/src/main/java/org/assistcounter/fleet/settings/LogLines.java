package org.assistcounter.fleet.settings;

import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server's own log.
 *
 * @param form `text` for who reads along, `json` for a log store; `fleet-logback.xml` obeys it
 */
@ConfigurationProperties("assistcounter.logs")
public record LogLines(@DefaultValue("text") String form) {

    private static final Set<String> FORMS = Set.of("text", "json");

    /** Refuses in words what there is no form for. */
    public LogLines {
        if (!FORMS.contains(form)) {
            throw new IllegalArgumentException(
                    "assistcounter.logs.form is " + form + ": it must be text or json.");
        }
    }
}
