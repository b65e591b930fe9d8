package org.assistcounter.counter.screen;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.assistcounter.counter.payment.Method;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.counter.sale.Basket;
import org.assistcounter.counter.sale.CounterState;
import org.assistcounter.counter.sale.Ending;
import org.assistcounter.counter.sale.Equipment;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.counter.sale.Sale;
import org.assistcounter.counter.sale.Ways;
import org.assistcounter.protocol.ask.PaymentCode;
import org.assistcounter.protocol.ask.Wallet;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.shelf.ShelfSlot;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A state as the complete view the browser draws (screen/DESIGN.md has the fields). Pure. */
final class ViewWriter {
    private static final JsonMapper JSON = JsonMapper.shared();

    private final CounterState state;
    private final GoodsWriter goods;
    private final LinesWriter lines;
    private final ObjectNode view = JSON.createObjectNode();
    private final long nowMillis;
    private final Place place;

    private ViewWriter(CounterState state, Place place, long nowMillis) {
        this.state = state;
        this.nowMillis = nowMillis;
        this.place = place;
        this.goods = new GoodsWriter(state.shelf(), place.today().get());
        this.lines = new LinesWriter(state, goods, LocalDate.parse(place.today().get()));
    }

    static String write(CounterState state, Place place, long revision, long nowMillis) {
        ViewWriter writer = new ViewWriter(state, place, nowMillis);
        writer.common(revision);
        writer.phase();
        return writer.view.toString();
    }

    private void common(long revision) {
        view.put("revision", revision);
        view.put("fresh", state.phase().equals(new Phase.Browsing()));
        view.put("online", state.equipment().fleetReachable());
        place.write(view);
    }

    private void phase() {
        switch (state.phase()) {
            case Phase.Browsing p -> browse(p.basket());
            case Phase.Looking p -> looking(p);
            case Phase.Reviewing p -> reviewing(p);
            case Phase.Choosing p -> choosing(p);
            case Phase.Paying p -> paying(p);
            case Phase.Dispensing p -> dispensing(p);
            case Phase.Returning p -> {
                kind("refund", p.sale()).put("money", "returning");
            }
            case Phase.Ended p -> ended(p);
            case Phase.Recovering _ -> closed("starting");
            case Phase.Servicing p -> {
                new ServiceWriter(state, goods, place, view).write(p.visit(), nowMillis);
                limit(p.visit().untilMillis());
            }
        }
    }

    private void browse(Basket basket) {
        String obstacle = obstacleToAll();
        if (obstacle != null) {
            closed(obstacle);
            return;
        }
        view.put("kind", "browse");
        ArrayNode all = view.putArray("goods");
        for (ShelfSlot slot : state.shelf().release().slots()) {
            all.add(goods.write(slot));
        }
        lines.picked(view, basket);
    }

    private @Nullable String obstacleToAll() {
        Equipment equipment = state.equipment();
        Equipment.Cabinet cabinet = equipment.cabinet();
        if (!cabinet.isPowerGood()) {
            return "power";
        }
        if (!cabinet.isDoorClosed()) {
            return "door";
        }
        if (!equipment.canDispense()) {
            return "board";
        }
        if (!equipment.fleet().isBelieving()) {
            return "journal";
        }
        boolean nothingPays =
                equipment.reader() == Equipment.Reader.LOST && !equipment.fleetReachable();
        return nothingPays ? "reader" : null;
    }

    private void closed(String reason) {
        view.put("kind", "closed").put("reason", reason);
    }

    private void looking(Phase.Looking phase) {
        ShelfSlot slot = state.shelf().slot(phase.slot());
        if (slot == null) {
            browse(phase.basket());
            return;
        }
        view.put("kind", "product").set("good", goods.write(slot));
        view.put("canAdd", lines.canAdd(phase.basket(), slot.slot()));
        lines.picked(view, phase.basket());
        ways(List.of(slot.priceMinor()));
    }

    private void reviewing(Phase.Reviewing phase) {
        view.put("kind", "basket");
        lines.basket(view, phase.basket());
        limit(phase.untilMillis());
    }

    private void choosing(Phase.Choosing phase) {
        kind("pay", phase.sale());
        view.put("scanner", state.equipment().scannerReady());
        view.put("scan", word(phase.scan()));
        ways(phase.sale().lines().stream().map(Fact.SaleLine::priceMinor).toList());
        limit(phase.untilMillis());
    }

    private void paying(Phase.Paying phase) {
        String name =
                switch (phase.sale().way()) {
                    case CARD -> "card";
                    case WALLET -> "wallet";
                };
        kind(name, phase.sale()).put("phase", word(phase.stage()));
        switch (phase.method()) {
            case Method.Card _ -> {}
            case Method.ShownCode(Wallet wallet) -> view.put("wallet", word(wallet));
            case Method.ScannedCode(PaymentCode code) -> view.put("wallet", word(code.wallet()));
        }
        limit(phase.due().untilMillis());
        if (phase.code() != null) {
            QrPath qr = QrPath.of(phase.code());
            view.put("qr", phase.code()).put("qrSvgPath", qr.path()).put("qrSize", qr.size());
        }
    }

    private String word(Stage stage) {
        return switch (stage) {
            case AWAITING_CARD -> "tap";
            case AUTHORISING ->
                    state.equipment().prices().isAskedBeforeCard() ? "tap" : "authorising";
            case CANCELLING, CLOSING -> "cancelling";
            case ORDERING -> "ordering";
            case AWAITING_SCAN -> "scan";
            case CHARGING -> "charging";
        };
    }

    private static String word(Wallet wallet) {
        return wallet.name().toLowerCase(Locale.ROOT);
    }

    private static String word(Phase.Choosing.Scan scan) {
        return switch (scan) {
            case NONE -> "none";
            case UNKNOWN_CODE -> "unknown-code";
            case PICKUP_CODE -> "pickup-code";
            case OFFLINE -> "offline";
        };
    }

    private void dispensing(Phase.Dispensing phase) {
        kind("dispensing", phase.sale());
        ShelfSlot slot = state.shelf().slot(phase.sale().line().slot());
        if (slot != null) {
            view.put("row", slot.place().row()).put("column", slot.place().column());
        }
    }

    private void ended(Phase.Ended phase) {
        Sale sale = phase.sale();
        if (sale.lines().size() > 1 && !sale.ended().isEmpty()) {
            kind("summary", sale).put("money", summary(phase.ending()));
            limit(phase.untilMillis());
            return;
        }
        switch (phase.ending()) {
            case TAKEN -> kind("taken", sale);
            case DECLINED -> kind("unpaid", sale).put("reason", "declined");
            case CANCELLED -> kind("unpaid", sale).put("reason", "cancelled");
            case TIMED_OUT -> kind("unpaid", sale).put("reason", "timeout");
            case UNAVAILABLE -> kind("unpaid", sale).put("reason", "unavailable");
            case RETURNED, ON_ITS_WAY, CASE ->
                    kind("refund", sale).put("money", money(phase.ending()));
        }
        limit(phase.untilMillis());
    }

    private static String money(Ending ending) {
        return switch (ending) {
            case RETURNED -> "returned";
            case ON_ITS_WAY -> "on-its-way";
            case CASE, TAKEN, DECLINED, CANCELLED, TIMED_OUT, UNAVAILABLE -> "case";
        };
    }

    /** What matters most of a sale of several items. */
    private static String summary(Ending ending) {
        return switch (ending) {
            case TAKEN -> "kept";
            case DECLINED, CANCELLED, TIMED_OUT, UNAVAILABLE -> "part";
            case RETURNED, ON_ITS_WAY, CASE -> money(ending);
        };
    }

    private ObjectNode kind(String kind, Sale sale) {
        view.put("kind", kind);
        ShelfSlot slot = state.shelf().slot(sale.line().slot());
        if (slot != null) {
            view.set("good", goods.write(slot));
        }
        lines.sale(view, sale);
        return view.put("receiptCode", sale.id().receiptCode())
                .put("amountFen", amount(kind, sale));
    }

    /** What is to be paid, or was; on the last page what was paid for everything. */
    private static long amount(String kind, Sale sale) {
        if (sale.paidMinor() > 0) {
            return sale.paidMinor();
        }
        boolean isLast = !sale.ended().isEmpty() && !kind.equals("card");
        return switch (kind) {
            case "pay" -> sale.totalMinor();
            default -> isLast ? sale.chargedMinor() : sale.priceMinor();
        };
    }

    private void ways(List<Long> prices) {
        ObjectNode ways = view.putObject("ways");
        way(ways.putObject("card"), PaymentWay.CARD, prices);
        for (Wallet wallet : Wallet.values()) {
            way(ways.putObject(word(wallet)), PaymentWay.WALLET, prices);
        }
    }

    private void way(ObjectNode out, PaymentWay way, List<Long> prices) {
        String obstacle = Ways.obstacle(way, state.equipment(), prices);
        out.put("available", obstacle.isEmpty());
        if (!obstacle.isEmpty()) {
            out.put("reason", obstacle);
        }
    }

    private void limit(long untilMillis) {
        long remaining = Math.max(0, untilMillis - nowMillis);
        view.put("remainingMillis", remaining);
        view.put("totalMillis", remaining);
    }
}
