package org.assistcounter.protocol.gs1;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A GS1 application identifier and the form of its value. Those of predefined length (GS1 General
 * Specifications, figure 7.8.5-2) end by themselves, all others by FNC1 or the end of the code.
 * What we have no use for is known too, so that it can be skipped: with the longest value that the
 * general specifications (section 3.2) or the GS1 syntax dictionary allow.
 *
 * @param most the value's characters; of a predefined length, exactly as many
 */
record Identifier(String digits, int most, boolean isNumeric, boolean isPredefined) {
    /** The longest lot or serial. */
    static final int NAME_MAX = 20;

    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;
    private static final List<Rule> RULES =
            List.of(
                    predefined(18, "00"),
                    predefined(14, "0[123]"),
                    predefined(16, "04"),
                    predefined(6, "1[1-9]|3[1-6][0-9][0-5]"),
                    predefined(2, "20"),
                    predefined(13, "41[0-9]"),
                    text(NAME_MAX, "10|2[12]|243|254|420|71[0-7]|4318|702[0-2]|7240|80[01]2"),
                    text(30, "24[01]|25[013]|40[013]|43[01]8|4319|70(?:02|23|3[0-9])"),
                    text(30, "723[0-9]|80(?:0[34]|13)|90"),
                    text(28, "235"),
                    text(12, "421|7005"),
                    text(10, "7009"),
                    text(3, "427|7008"),
                    text(2, "43[01]7|7010"),
                    text(4, "7040"),
                    text(7, "433[0-3]"),
                    text(25, "7242|8020"),
                    text(35, "43[01][01]|4320"),
                    text(50, "8007|8009"),
                    text(70, "43[01][2-6]|811[02]|8200"),
                    text(90, "725[3-9]|8030|9[1-9]"),
                    number(3, "42[246]"),
                    number(6, "242|395[0-5]|4326|7006|8005"),
                    number(8, "30|37|7250"),
                    number(4, "394[0-3]|7004|8111"),
                    number(1, "432[1-3]|7252"),
                    number(2, "7241"),
                    number(10, "432[45]|7003|7011|8019"),
                    number(12, "7007|7251|8008|8011"),
                    number(13, "7001"),
                    number(14, "8001"),
                    number(15, "39[02][0-9]|42[35]"),
                    number(18, "39[13][0-9]|402|8006|801[78]|8026"),
                    number(20, "4309"),
                    number(25, "255"));

    /** Some identifiers with values of one form. */
    private record Rule(Pattern digits, Identifier form) {}

    /** The identifier that stands here; none of GS1's is the beginning of another. */
    static Optional<Identifier> at(String text, int from) {
        for (int length = SHORTEST; length <= LONGEST; length++) {
            int to = Math.min(text.length(), from + length);
            Optional<Identifier> found = named(text.substring(from, to));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    static Optional<Identifier> named(String digits) {
        return RULES.stream()
                .filter(rule -> rule.digits().matcher(digits).matches())
                .findFirst()
                .map(Rule::form)
                .map(form ->
                        new Identifier(digits, form.most(), form.isNumeric(), form.isPredefined()));
    }

    /** What may be said once: a measure has its decimals in the fourth digit. */
    String subject() {
        boolean isMeasure = digits.length() == LONGEST && digits.startsWith("3");
        return isMeasure ? digits.substring(0, LONGEST - 1) : digits;
    }

    /** As people write it. */
    @Override
    public String toString() {
        return "(" + digits + ")";
    }

    private static Rule predefined(int length, String digits) {
        return rule(digits, length, true, true);
    }

    private static Rule number(int most, String digits) {
        return rule(digits, most, true, false);
    }

    private static Rule text(int most, String digits) {
        return rule(digits, most, false, false);
    }

    private static Rule rule(String digits, int most, boolean isNumeric, boolean isPredefined) {
        return new Rule(
                Pattern.compile(digits), new Identifier(digits, most, isNumeric, isPredefined));
    }
}
