package org.assistcounter.shippedparts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is not agreed to is told, each by its name. */
class PartsListTest {
    private static final Part KNOWN = part("org.example:known", "1.0", "MIT");
    private static final Part BARE = part("org.example:bare", "1.0", "");
    private static final Part BY_HAND = part("org.example:bare", "1.0", "by hand: BSD-3-Clause");

    private final PartsList list = new PartsList(List.of(KNOWN, BY_HAND));

    @Test
    void saysNothingOfWhatIsAgreedTo() {
        assertThat(list.differences(List.of(KNOWN, BARE))).isEmpty();
    }

    @Test
    void tellsWhatIsNewOrGone() {
        Part added = part("org.example:added", "2.0", "MIT");

        assertThat(list.differences(List.of(KNOWN, added)))
                .containsExactly("new: " + added.line(), "no longer shipped: " + BY_HAND.line());
    }

    @Test
    void tellsAnotherVersionAndAnotherLicence() {
        assertThat(list.differences(List.of(part("org.example:known", "1.1", "MIT"), BARE)))
                .singleElement()
                .asString()
                .startsWith("another version: ");
        assertThat(list.differences(List.of(part("org.example:known", "1.0", "GPL-2.0"), BARE)))
                .singleElement()
                .asString()
                .startsWith("another licence: ");
    }

    @Test
    void tellsWhatHasNoLicenceAndWhatIsNotReleased() {
        var without = new PartsList(List.of(KNOWN, BARE));
        assertThat(without.differences(List.of(KNOWN, BARE)))
                .containsExactly("of no licence: " + BARE.line());

        Part snapshot = part("org.example:known", "1.1-SNAPSHOT", "MIT");
        assertThat(list.differences(List.of(snapshot, BARE)))
                .contains("not released: " + snapshot.line());
        var agreed = new PartsList(List.of(snapshot, BY_HAND));
        assertThat(agreed.differences(List.of(snapshot, BARE)))
                .as("nobody can agree to it")
                .containsExactly("not released: " + snapshot.line());
    }

    @Test
    void keepsWhatWasWrittenByHandWhenItIsWrittenAnew() {
        assertThat(list.updated(List.of(KNOWN, BARE)).lines().skip(2))
                .containsExactly(BY_HAND.line(), KNOWN.line());
    }

    @Test
    void readsABillWithClassifiersAndSeveralLicences() {
        String json =
                """
                {"components":[
                  {"group":"org.assistcounter","name":"shared-protocol","version":"1","purl":"p"},
                  {"group":"io.netty","name":"native","version":"4","licenses":[
                    {"license":{"id":"Apache-2.0"}},{"license":{"name":"The Other"}}],
                   "purl":"pkg:maven/io.netty/native@4?classifier=linux-x86_64&type=jar"},
                  {"group":"a","name":"b","version":"2","licenses":[{"expression":"MIT OR X"}]}]}
                """;

        assertThat(new Bill(Part.Product.FLEET, json).parts())
                .containsExactly(
                        part("a:b", "2", "MIT OR X"),
                        part("io.netty:native:linux-x86_64", "4", "Apache-2.0 or The Other"));
    }

    private static Part part(String name, String version, String licence) {
        return new Part(Part.Product.FLEET, name, version, licence);
    }
}
