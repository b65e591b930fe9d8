package org.assistcounter.protocol.gs1;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class IdentifierTest {

    /** GS1 General Specifications, figure 7.8.5-2: characters with the identifier's own. */
    private static final Map<String, Integer> PREDEFINED =
            Map.ofEntries(
                    Map.entry("00", 20),
                    Map.entry("01", 16),
                    Map.entry("02", 16),
                    Map.entry("03", 16),
                    Map.entry("04", 18),
                    Map.entry("11", 8),
                    Map.entry("12", 8),
                    Map.entry("13", 8),
                    Map.entry("14", 8),
                    Map.entry("15", 8),
                    Map.entry("16", 8),
                    Map.entry("17", 8),
                    Map.entry("18", 8),
                    Map.entry("19", 8),
                    Map.entry("20", 4),
                    Map.entry("31", 10),
                    Map.entry("32", 10),
                    Map.entry("33", 10),
                    Map.entry("34", 10),
                    Map.entry("35", 10),
                    Map.entry("36", 10),
                    Map.entry("41", 16));

    @Test
    void hasThePredefinedLengthsOfTheGeneralSpecificationsAndNoOther() {
        assertThat(known())
                .allSatisfy(identifier -> {
                    Integer whole = PREDEFINED.get(identifier.digits().substring(0, 2));
                    assertThat(identifier.isPredefined()).isEqualTo(whole != null);
                    if (whole != null) {
                        assertThat(identifier.most() + identifier.digits().length())
                                .isEqualTo(whole);
                    }
                });
        assertThat(known().stream().filter(Identifier::isPredefined))
                .extracting(identifier -> identifier.digits().substring(0, 2))
                .containsAll(PREDEFINED.keySet());
    }

    @Test
    void isNeverTheBeginningOfAnother() {
        List<String> digits = known().stream().map(Identifier::digits).toList();

        assertThat(digits).hasSizeGreaterThan(300).doesNotHaveDuplicates();
        for (String one : digits) {
            assertThat(digits)
                    .filteredOn(other -> !other.equals(one))
                    .noneMatch(other -> other.startsWith(one));
        }
    }

    private static List<Identifier> known() {
        return IntStream.rangeClosed(2, 4)
                .boxed()
                .flatMap(length ->
                        IntStream.range(0, (int) Math.pow(10, length))
                                .mapToObj(number -> ("%0" + length + "d").formatted(number)))
                .flatMap(digits -> Identifier.named(digits).stream())
                .toList();
    }
}
