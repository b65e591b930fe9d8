package org.assistcounter.simulation;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.assistcounter.oracles.WorldFact;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;

/**
 * A wallet and the fleet's dealings with it: order, query, close, refund, each once by its number.
 * Fault model: a shopper may pay at the very moment of closing; a refund may have to be tried
 * again.
 */
final class SimulatedWallet {
    private final Map<String, Order> orders = new HashMap<>();
    private final Map<String, Refund> refunds = new HashMap<>();
    private Consumer<WorldFact.AtCounter> witness = _ -> {};

    private record Refund(String attempt, long amount) {}

    private record Order(long amount, Answer.State state) {}

    /** Answers a counter. */
    Answer answer(Question question) {
        String attempt = question.attempt();
        switch (question) {
            case Question.OrderWallet order ->
                    orders.putIfAbsent(
                            attempt, new Order(order.price().amountMinor(), Answer.State.WAITING));
            case Question.ChargeCode charge ->
                    orders.putIfAbsent(
                            attempt, new Order(charge.price().amountMinor(), Answer.State.WAITING));
            case Question.QueryWallet _ -> {}
            case Question.CloseWallet _ -> close(attempt);
        }
        Order order = orders.get(attempt);
        return order == null
                ? new Answer(attempt, Answer.State.UNAVAILABLE, null, 0, null)
                : new Answer(
                        attempt,
                        order.state(),
                        "wallet:" + attempt,
                        order.state() == Answer.State.PAID ? order.amount() : 0,
                        null);
    }

    /** The shopper pays what waits. */
    void pay(String attempt) {
        Order order = orders.get(attempt);
        if (order != null && order.state() == Answer.State.WAITING) {
            orders.put(attempt, new Order(order.amount(), Answer.State.PAID));
            witness.accept(new WorldFact.WalletTook(attempt, order.amount()));
        }
    }

    private void close(String attempt) {
        Order order = orders.get(attempt);
        if (order != null && order.state() == Answer.State.WAITING) {
            orders.put(attempt, new Order(order.amount(), Answer.State.CLOSED));
        }
    }

    /** What the fleet does about wallets when it books a fact. */
    void follow(Fact fact) {
        switch (fact) {
            case Fact.PaymentResolved f
                    when f.way() == PaymentWay.WALLET && f.outcome() != PaymentOutcome.APPROVED ->
                    giveUp(f.sale().attempt(f.attempt()));
            case Fact.RefundResolved f when f.outcome() == RefundOutcome.HANDED_OVER ->
                    refund(
                            f.sale().attempt(f.attempt()),
                            f.sale().refund(f.attempt(), f.line()),
                            f.amountMinor());
            case Fact _ -> {}
        }
    }

    private void giveUp(String attempt) {
        close(attempt);
        Order order = orders.get(attempt);
        if (order != null && order.state() == Answer.State.PAID) {
            refund(attempt, attempt + "-r0", order.amount());
        }
    }

    private void refund(String attempt, String number, long amount) {
        if (refunds.putIfAbsent(number, new Refund(attempt, amount)) == null) {
            witness.accept(new WorldFact.WalletGaveBack(attempt, number, amount));
        }
    }

    /** Refunds are tried again until they are known to be made. */
    void retryRefunds() {
        refunds.forEach((number, made) -> refund(made.attempt(), number, made.amount()));
    }

    /** Is told from now on what it takes and gives back. */
    void watch(Consumer<WorldFact.AtCounter> watcher) {
        witness = watcher;
    }
}
