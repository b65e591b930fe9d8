package org.assistcounter.counter.screen;

import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.assistcounter.counter.climate.Cooling;
import org.assistcounter.counter.sale.ClimateSteps;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Equipment;
import org.assistcounter.counter.service.Troubles.Trouble;
import org.assistcounter.counter.service.Visit;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What a technician sees: the keypad, and after it how the counter stands. */
final class ServiceWriter {
    private static final long MINUTE_MILLIS = 60_000;

    private final CounterState state;
    private final GoodsWriter goods;
    private final Place place;
    private final ObjectNode view;

    ServiceWriter(CounterState state, GoodsWriter goods, Place place, ObjectNode view) {
        this.state = state;
        this.goods = goods;
        this.place = place;
        this.view = view;
    }

    void write(Visit visit, long nowMillis) {
        switch (visit) {
            case Visit.Entering(Visit.Word word, long _) -> keypad(word(word), nowMillis);
            case Visit.Checking _ -> keypad("checking", nowMillis);
            case Visit.SignedIn _ -> service();
        }
    }

    private static String word(Visit.Word word) {
        return switch (word) {
            case ENTER -> "enter";
            case WRONG -> "wrong";
            case PAUSED -> "paused";
            case NOT_SET -> "unset";
        };
    }

    private void keypad(String word, long nowMillis) {
        view.put("kind", "keypad").put("phase", word);
        view.put("left", state.desk().attempts().left());
        long pause = Math.max(0, state.desk().attempts().pausedUntilMillis() - nowMillis);
        view.put("pauseMinutes", (pause + MINUTE_MILLIS - 1) / MINUTE_MILLIS);
    }

    private void service() {
        view.put("kind", "service");
        devices(view.putArray("devices"));
        ArrayNode slots = view.putArray("slots");
        for (int number : new TreeSet<>(state.shelf().slotsOff())) {
            slot(slots.addObject().put("slot", number), number);
        }
        ArrayNode locks = view.putArray("locks");
        for (int compartment : new TreeSet<>(state.shelf().lockedCompartments())) {
            lock(locks.addObject().put("compartment", compartment), compartment);
        }
    }

    private void devices(ArrayNode devices) {
        Equipment equipment = state.equipment();
        boolean isReader = equipment.reader() != Equipment.Reader.LOST;
        device(devices, "reader", isReader, isReader ? "ready" : "lost");
        device(devices, "board", equipment.dispenserReady());
        device(devices, "scanner", equipment.scannerReady());
        device(devices, "fleet", equipment.fleetReachable());
        Equipment.Cabinet cabinet = equipment.cabinet();
        device(devices, "door", cabinet.isKnown() && cabinet.isDoorClosed(), door(cabinet));
        device(devices, "mains", cabinet.isKnown() && cabinet.isPowerGood(), mains(cabinet));
        if (state.cooling().isWired()) {
            climate(devices.addObject());
        }
    }

    private static void device(ArrayNode devices, String name, boolean isReady) {
        device(devices, name, isReady, isReady ? "ready" : "lost");
    }

    private static void device(ArrayNode devices, String name, boolean isWell, String word) {
        devices.addObject().put("device", name).put("well", isWell).put("state", word);
    }

    private static String door(Equipment.Cabinet cabinet) {
        if (!cabinet.isKnown()) {
            return "unknown";
        }
        return cabinet.isDoorClosed() ? "closed" : "open";
    }

    private static String mains(Equipment.Cabinet cabinet) {
        if (!cabinet.isKnown()) {
            return "unknown";
        }
        return cabinet.isPowerGood() ? "there" : "failing";
    }

    private void climate(ObjectNode device) {
        Cooling cooling = state.cooling();
        OptionalInt air = cooling.thermometer().airMilli();
        boolean isCold = air.isPresent() && air.getAsInt() <= cooling.rule().limitMilli();
        String warm = air.isPresent() ? "warm" : "not-measured";
        device.put("device", "climate").put("well", isCold).put("state", isCold ? "cold" : warm);
        air.ifPresent(milli -> device.put("airTenths", Math.floorDiv(milli + 50, 100)));
    }

    private void slot(ObjectNode out, int number) {
        ShelfSlot slot = state.shelf().slot(number);
        if (slot != null) {
            out.set("good", goods.write(slot));
        }
        trouble(out, state.desk().troubles().slots().get(number));
    }

    private void lock(ObjectNode out, int compartment) {
        trouble(out, state.desk().troubles().compartments().get(compartment));
        out.put("canLift", ClimateSteps.canLift(state, compartment));
        ArrayNode lots = out.putArray("lots");
        for (ShelfSlot slot : state.shelf().chilled(compartment)) {
            lots.addObject()
                    .put("quantity", state.shelf().stock(slot.slot()))
                    .set("good", goods.write(slot));
        }
    }

    /** Its seconds are nobody's business. */
    private void trouble(ObjectNode out, @Nullable Trouble trouble) {
        if (trouble != null) {
            out.put("reason", trouble.reason());
            out.put(
                    "since",
                    place.local()
                            .apply(trouble.sinceMillis())
                            .truncatedTo(ChronoUnit.MINUTES)
                            .toString());
        }
    }
}
