package org.assistcounter.counter.agent;

/** A setting or a file the agent was given is wrong; the message says which and how. */
public class SettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SettingsException(String message) {
        super(message);
    }

    SettingsException(String message, Throwable cause) {
        super(message, cause);
    }
}
