package org.assistcounter.devicecheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The command line, understood; empty where it is not. */
record Call(String wiring, int seconds, List<Action> actions, boolean isAgreed, boolean isJson) {

    private static final int SECONDS_USUAL = 15;
    private static final String NUMBER = "[0-9]{1,5}";

    Call {
        actions = List.copyOf(actions);
    }

    static Optional<Call> of(List<String> arguments) {
        String wiring = "";
        int seconds = SECONDS_USUAL;
        List<Action> actions = new ArrayList<>();
        boolean isAgreed = false;
        boolean isJson = false;
        for (int i = 0; i < arguments.size(); i++) {
            String word = arguments.get(i);
            switch (word) {
                case "--json" -> isJson = true;
                case "--yes" -> isAgreed = true;
                case "--scan" -> actions.add(new Action.Scan());
                case "--seconds", "--turn", "--open", "--card" -> {
                    String value = i + 1 < arguments.size() ? arguments.get(++i) : "";
                    if (!value.matches(NUMBER)) {
                        return Optional.empty();
                    }
                    int number = Integer.parseInt(value);
                    if (word.equals("--seconds")) {
                        seconds = number;
                    } else {
                        actions.add(action(word, number));
                    }
                }
                default -> {
                    if (!wiring.isEmpty() || word.startsWith("--")) {
                        return Optional.empty();
                    }
                    wiring = word;
                }
            }
        }
        boolean isGood = !wiring.isEmpty() && seconds >= 1 && seconds <= 999;
        return isGood
                ? Optional.of(new Call(wiring, seconds, actions, isAgreed, isJson))
                : Optional.empty();
    }

    private static Action action(String word, int number) {
        return switch (word) {
            case "--turn" -> new Action.Turn(number);
            case "--open" -> new Action.Open(number);
            case "--card" -> new Action.TakeCard(number);
            default -> throw new IllegalArgumentException(word);
        };
    }
}
