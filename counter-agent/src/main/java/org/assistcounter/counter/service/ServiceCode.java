package org.assistcounter.counter.service;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a technician types: six to eight digits. */
public record ServiceCode(String digits) {
    private static final Pattern FORM = Pattern.compile("[0-9]{6,8}");

    public ServiceCode {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("a service code has six to eight digits");
        }
    }

    /** The code, if it is one. */
    public static Optional<ServiceCode> read(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ServiceCode(text)) : Optional.empty();
    }

    /** Whether a stranger would try it among the first: one digit only, or digits in a row. */
    public boolean isGuessable() {
        int step = digits.charAt(1) - digits.charAt(0);
        for (int i = 2; i < digits.length(); i++) {
            if (digits.charAt(i) - digits.charAt(i - 1) != step) {
                return false;
            }
        }
        return Math.abs(step) <= 1;
    }

    /** Logs never get it. */
    @Override
    public String toString() {
        return "ServiceCode[" + digits.length() + " digits]";
    }
}
