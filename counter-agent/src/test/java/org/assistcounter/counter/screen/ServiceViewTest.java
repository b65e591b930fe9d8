package org.assistcounter.counter.screen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.List;
import java.util.OptionalInt;
import org.assistcounter.counter.ChilledGoods;
import org.assistcounter.counter.Goods;
import org.assistcounter.counter.climate.Cooling;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.FaultLimits;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.counter.service.Attempts;
import org.assistcounter.counter.service.Desk;
import org.assistcounter.counter.service.Visit;
import org.assistcounter.counter.shelf.Shelf;
import org.assistcounter.devices.climate.ColdChain;
import org.assistcounter.devices.climate.ColdChainRule;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.shelf.Bilingual;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a technician is told. */
class ServiceViewTest {
    private static final long WALL = 4_000_000;
    private static final List<Fact> TROUBLES =
            List.of(
                    new Fact.SlotSwitched(Goods.HONEY, false, "no clean turn"),
                    new Fact.ColdChainSwitched(ChilledGoods.COMPARTMENT, true, "too-warm"));

    @Test
    void tellsWhichSlotIsOffSinceWhenAndWhy() {
        JsonNode slots = service(cooling(9_040)).path("slots");

        assertThat(slots.size()).isOne();
        assertThat(slots.get(0).path("slot").asInt()).isEqualTo(Goods.HONEY);
        assertThat(slots.get(0).path("reason").asString()).isEqualTo("no clean turn");
        assertThat(slots.get(0).path("since").asString()).isEqualTo("2026-11-28T15:21");
        assertThat(slots.get(0).path("good").path("name").path("zh").asString()).contains("名");
    }

    @Test
    void tellsWhichLotsAreLocked() {
        JsonNode lock = service(cooling(9_040)).path("locks").get(0);

        assertThat(lock.path("compartment").asInt()).isEqualTo(ChilledGoods.COMPARTMENT);
        assertThat(lock.path("reason").asString()).isEqualTo("too-warm");
        assertThat(lock.path("canLift").asBoolean()).isTrue();
        assertThat(lock.path("lots").size()).isOne();
        assertThat(lock.path("lots").get(0).path("good").path("lot").asString())
                .isEqualTo("lot-11");
        assertThat(lock.path("lots").get(0).path("quantity").asInt()).isEqualTo(Goods.LOADED);
    }

    @Test
    void offersNoLiftingWhereNobodyWatches() {
        JsonNode lock = service(Cooling.NONE).path("locks").get(0);

        assertThat(lock.path("canLift").asBoolean()).isFalse();
    }

    @Test
    void tellsTheTemperatureInTenths() {
        assertThat(climate(9_040)).isEqualTo("warm 90");
        assertThat(climate(4_960)).isEqualTo("cold 50");
        assertThat(climate(-1_260)).isEqualTo("cold -13");
    }

    @Test
    void tellsHowLongThePauseIsInWholeMinutes() {
        CounterState paused =
                state(
                        Cooling.NONE,
                        new Attempts(5, 600_000, 5),
                        new Visit.Entering(Visit.Word.PAUSED, 1));

        assertThat(view(paused, 0).path("pauseMinutes").asInt()).isEqualTo(10);
        assertThat(view(paused, 1).path("pauseMinutes").asInt()).isEqualTo(10);
        assertThat(view(paused, 599_999).path("pauseMinutes").asInt()).isOne();
        assertThat(view(paused, 600_001).path("pauseMinutes").asInt()).isZero();
    }

    private static String climate(int airMilli) {
        JsonNode devices = service(cooling(airMilli)).path("devices");
        JsonNode climate = devices.get(devices.size() - 1);
        return climate.path("state").asString() + " " + climate.path("airTenths").asInt();
    }

    private static JsonNode service(Cooling cooling) {
        return view(state(cooling, Attempts.NONE, new Visit.SignedIn(180_000)), 0);
    }

    private static Cooling cooling(int airMilli) {
        return Cooling.starting(
                        ChilledGoods.COMPARTMENT,
                        ColdChainRule.USUAL,
                        new ColdChain(true, 0, 0, 0),
                        0)
                .told(new Cooling.Thermometer(OptionalInt.of(airMilli), "", true), 5_000);
    }

    private static CounterState state(Cooling cooling, Attempts attempts, Visit visit) {
        Shelf shelf = ChilledGoods.shelf();
        Desk desk = Desk.NEW.with(attempts);
        for (Fact fact : TROUBLES) {
            shelf = shelf.after(fact);
            desk = desk.after(fact, WALL);
        }
        return new CounterState(
                shelf,
                ViewWriterTest.WELL,
                new Phase.Servicing(visit),
                1,
                FaultLimits.NONE,
                cooling,
                desk);
    }

    private static JsonNode view(CounterState state, long nowMillis) {
        Place place =
                new Place(
                        "XA-0001",
                        new Bilingual("西安", "Xi'an"),
                        HelpPage.ofFleet("https://fleet.example"),
                        null,
                        Goods.TODAY::toString,
                        millis -> {
                            assertThat(millis).isEqualTo(WALL);
                            return LocalDateTime.of(2026, 11, 28, 15, 21, 42);
                        });
        return JsonMapper.shared().readTree(ViewWriter.write(state, place, 1, nowMillis));
    }
}
