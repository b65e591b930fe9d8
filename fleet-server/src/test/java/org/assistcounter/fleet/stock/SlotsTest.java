package org.assistcounter.fleet.stock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.assistcounter.protocol.journal.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlotsTest {
    private static final Instant AT = Instant.parse("2026-05-01T10:00:00Z");

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void tellsExactlyWhatCameAndWentOfEachLot(long seed) {
        Random random = new Random(seed);
        Map<Slots.Key, Slots.Kept> table = new HashMap<>();
        Map<Slots.Goods, Slots.Moved> told = new HashMap<>();
        for (int group = 0; group < 40; group++) {
            Slots slots = new Slots(table.values());
            for (int i = 0; i < random.nextInt(6); i++) {
                slots.follow(
                        new Stock.Origin("tenant", "c" + random.nextInt(2), AT),
                        new Fact.StockCounted(
                                random.nextInt(4),
                                "p",
                                "L" + random.nextInt(3),
                                random.nextInt(3)));
            }
            slots.moved().forEach((goods, by) -> told.merge(goods, by, SlotsTest::plus));
            slots.changed().forEach(slot -> table.put(slot.key(), slot));
            told.values().removeIf(new Slots.Moved(0, 0)::equals);

            assertThat(told).as("seed %d, group %d", seed, group).isEqualTo(lying(table));
        }
    }

    @Test
    void tellsNothingOfASlotThatIsSwitchedOnly() {
        var kept =
                new Slots.Kept(
                        "tenant", new Slots.Key("c", 1), new Slots.Contents("p", "L", 3), null, AT);
        Slots slots = new Slots(List.of(kept));

        slots.follow(
                new Stock.Origin("tenant", "c", AT), new Fact.SlotSwitched(1, false, "jammed"));

        assertThat(slots.changed()).hasSize(1);
        assertThat(slots.moved()).isEmpty();
    }

    private static Map<Slots.Goods, Slots.Moved> lying(Map<Slots.Key, Slots.Kept> table) {
        Map<Slots.Goods, Slots.Moved> lying = new HashMap<>();
        for (Slots.Kept slot : table.values()) {
            Slots.Contents contents = slot.contents();
            if (contents.quantity() > 0) {
                lying.merge(
                        new Slots.Goods(slot.tenant(), contents.product(), contents.lot()),
                        new Slots.Moved(contents.quantity(), 1),
                        SlotsTest::plus);
            }
        }
        return lying;
    }

    private static Slots.Moved plus(Slots.Moved one, Slots.Moved more) {
        return new Slots.Moved(one.packets() + more.packets(), one.slots() + more.slots());
    }
}
