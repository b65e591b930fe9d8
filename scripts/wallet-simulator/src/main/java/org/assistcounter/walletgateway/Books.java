package org.assistcounter.walletgateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What the wallets know of money, in one JSON file that is exchanged whole at every change. */
final class Books {
    /** Books that were written before times were kept can be read. */
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .build();

    private final Path file;
    private final Clock clock;
    private final Map<String, Order> orders = new LinkedHashMap<>();
    private final Map<String, Refund> refunds = new LinkedHashMap<>();

    /** The file's content. */
    record Kept(List<Order> orders, List<Refund> refunds) {}

    /** What was taken and given back in all. */
    record Sums(long paidMinor, long refundedMinor) {}

    Books(Path file, Clock clock) throws IOException {
        this.file = file;
        this.clock = clock;
        if (Files.exists(file)) {
            Kept kept = JSON.readValue(Files.readString(file), Kept.class);
            kept.orders().forEach(order -> orders.put(key(order.wallet(), order.number()), order));
            kept.refunds()
                    .forEach(known -> refunds.put(key(known.wallet(), known.refund()), known));
        }
    }

    /** Keeps a new order; one that is known stays as it is. */
    synchronized Order place(Order order) {
        orders.putIfAbsent(key(order.wallet(), order.number()), order);
        keep();
        return found(order.wallet(), order.number());
    }

    synchronized Optional<Order> find(String wallet, String number) {
        return Optional.ofNullable(orders.get(key(wallet, number)));
    }

    /** Whether it has become paid by this. */
    synchronized boolean pay(String wallet, String number) {
        Order order = found(wallet, number);
        long ends = order.terms().ends();
        boolean isLate = ends != 0 && clock.millis() > ends;
        if (!order.isOpen() || isLate) {
            return false;
        }
        String transaction = "42%014d%04d".formatted(clock.millis(), orders.size());
        move(order.paid(transaction, clock.millis()));
        return true;
    }

    /** An open order cannot be paid any more; any other stays. */
    synchronized Order close(String wallet, String number) {
        Order order = found(wallet, number);
        if (order.isOpen()) {
            move(order.with(Order.State.CLOSED));
        }
        return found(wallet, number);
    }

    /** Undone whether it was paid or not. */
    synchronized Order reverse(String wallet, String number) {
        Order order = found(wallet, number);
        if (order.state() != Order.State.CLOSED) {
            move(order.with(Order.State.REVERSED));
        }
        return order;
    }

    /** Once for each number; empty when it is more than was paid. */
    synchronized Optional<Refund> refund(Refund refund) {
        String key = key(refund.wallet(), refund.refund());
        Refund known = refunds.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        Order order = found(refund.wallet(), refund.number());
        long back = refunded(refund.wallet(), refund.number()) + refund.amountMinor();
        if (order.state() != Order.State.PAID || back > order.terms().amountMinor()) {
            return Optional.empty();
        }
        Refund kept = refund.with(refund.isDone(), clock.millis());
        refunds.put(key, kept);
        keep();
        return Optional.of(kept);
    }

    /** As found; one that was accepted only is made by the next question. */
    synchronized Optional<Refund> findRefund(String wallet, String refund) {
        Refund known = refunds.get(key(wallet, refund));
        if (known != null && !known.isDone()) {
            refunds.put(key(wallet, refund), known.with(true, clock.millis()));
            keep();
        }
        return Optional.ofNullable(known);
    }

    private long refunded(String wallet, String number) {
        return refunds.values().stream()
                .filter(known -> known.wallet().equals(wallet) && known.number().equals(number))
                .mapToLong(Refund::amountMinor)
                .sum();
    }

    /** What a bill of a day tells: payments and what was undone of them, oldest first. */
    synchronized List<BillEntry> entries(String wallet, LocalDate day) {
        List<BillEntry> all = new ArrayList<>();
        for (Order order : orders.values()) {
            if (!order.transaction().isEmpty()) {
                all.add(BillEntry.paid(order));
            }
            if (order.state() == Order.State.REVERSED && !order.transaction().isEmpty()) {
                all.add(BillEntry.reversed(order));
            }
        }
        for (Refund refund : refunds.values()) {
            if (refund.isDone()) {
                all.add(BillEntry.refunded(found(refund.wallet(), refund.number()), refund));
            }
        }
        return all.stream()
                .filter(entry -> entry.order().wallet().equals(wallet) && entry.isOf(day))
                .sorted(Comparator.comparing(BillEntry::at))
                .toList();
    }

    synchronized Sums sums() {
        long paid =
                orders.values().stream()
                        .filter(order -> order.state() == Order.State.PAID)
                        .mapToLong(order -> order.terms().amountMinor())
                        .sum();
        long refunded = refunds.values().stream().mapToLong(Refund::amountMinor).sum();
        return new Sums(paid, refunded);
    }

    private Order found(String wallet, String number) {
        Order order = orders.get(key(wallet, number));
        if (order == null) {
            throw new IllegalStateException("Order " + number + " is not in the books.");
        }
        return order;
    }

    private void move(Order order) {
        orders.put(key(order.wallet(), order.number()), order);
        keep();
    }

    private void keep() {
        var kept = new Kept(new ArrayList<>(orders.values()), new ArrayList<>(refunds.values()));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try {
            Files.writeString(next, JSON.writeValueAsString(kept));
            Files.move(
                    next,
                    file,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String key(String wallet, String number) {
        return wallet + " " + number;
    }
}
