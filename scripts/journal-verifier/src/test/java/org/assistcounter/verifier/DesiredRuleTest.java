package org.assistcounter.verifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assistcounter.verifier.Findings.Finding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rule 11 of the page in journals that are well sealed. */
class DesiredRuleTest {
    private static final String SALE = "0".repeat(26);
    private static final int PRICE = 250;

    @TempDir Path folder = Path.of("");

    private final TestJournal journal = new TestJournal().begin();

    @Test
    void acceptsStatesThatRiseAndASaleByTheOneInForce() throws IOException {
        stage(3, apple(PRICE, true));
        apply(3);
        sell(PRICE);
        stage(5, apple(PRICE + 1, true));
        stage(6);
        apply(6);
        journal.add(62, "revision", 4, "reason", "not-newer");

        finds();
    }

    @Test
    void refusesAStateThatIsStagedAfterANewerOne() throws IOException {
        stage(3);
        stage(3);

        finds("desired state 3 is staged after 3");
    }

    @Test
    void refusesAStateInForceThatWasNeverStagedOrOnlyBeforeANewerOne() throws IOException {
        apply(3);
        stage(4);
        stage(5);
        apply(4);

        finds(
                "desired state 3 comes into force, which is not staged",
                "desired state 4 comes into force, which is not staged");
    }

    @Test
    void refusesAStateThatComesIntoForceInASale() throws IOException {
        stage(3);
        journal.open(SALE, PRICE);
        apply(3);

        finds("a desired state comes into force while a sale is open");
    }

    @Test
    void refusesASaleAtAnotherPriceThanTheOneInForce() throws IOException {
        stage(3, apple(PRICE, true));
        apply(3);
        journal.open(SALE, PRICE + 1);

        finds("line 1 is sold on other terms than desired state 3 has");
    }

    @Test
    void refusesASaleOfWhatIsStopped() throws IOException {
        stage(3, apple(0, false));
        apply(3);
        journal.open(SALE, PRICE);

        finds("line 1 is sold on other terms than desired state 3 has");
    }

    @Test
    void beginsAnewWithAnEpoch() throws IOException {
        stage(3, apple(PRICE, true));
        apply(3);
        journal.rekey().beginEpoch();
        sell(PRICE + 1);
        stage(3, apple(PRICE, true));
        apply(3);

        finds();
    }

    @Test
    void aSaleThatACardLeftOpenKeepsNoStateFromTheNext() throws IOException {
        journal.open(SALE, PRICE);
        journal.rekey().beginEpoch();
        stage(3, apple(PRICE, true));
        apply(3);

        finds();
    }

    @Test
    void refusesAStateThatIsNone() throws IOException {
        journal.add(60, "state", new byte[] {1});

        assertThat(Verification.of(journal.write(folder)).findings().kept()).hasSize(1);
    }

    private void sell(int price) {
        journal.open(SALE, price);
        journal.add(18, "sale", SALE, "outcome", "unpaid", "charged", 0, "refunded", 0, "held", 0);
    }

    private void apply(int revision) {
        journal.add(61, "revision", revision);
    }

    private void stage(int revision) {
        stage(revision, List.of());
    }

    private void stage(int revision, Map<String, Object> product) {
        stage(revision, List.of(product));
    }

    private void stage(int revision, List<Map<String, Object>> products) {
        Map<String, Object> body = TestJournal.body("revision", revision, "products", products);
        Map<String, Object> word = new TreeMap<>();
        word.put("desired", CborWriter.encode(body));
        word.put("signature", new byte[64]);
        journal.add(60, "state", CborWriter.encode(word));
    }

    private static Map<String, Object> apple(int price, boolean offered) {
        Map<String, Object> product = new TreeMap<>();
        product.put("product", "apple");
        product.put("offered", offered);
        if (price > 0) {
            product.put("price", price);
        }
        return product;
    }

    private void finds(String... errors) throws IOException {
        assertThat(Verification.of(journal.write(folder)).findings().kept())
                .extracting(Finding::error)
                .containsExactly(errors);
    }
}
