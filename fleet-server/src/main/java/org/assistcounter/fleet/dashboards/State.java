package org.assistcounter.fleet.dashboards;

/**
 * A state as it is shown: always a word, with the colour and shape of how good that is.
 *
 * @param look the style sheet's class
 */
public record State(String word, String look) {

    static State good(String word) {
        return new State(word, "state-good");
    }

    static State watch(String word) {
        return new State(word, "state-watch");
    }

    static State bad(String word) {
        return new State(word, "state-bad");
    }

    static State off(String word) {
        return new State(word, "state-off");
    }
}
