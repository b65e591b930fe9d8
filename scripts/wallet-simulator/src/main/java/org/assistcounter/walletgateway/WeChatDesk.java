package org.assistcounter.walletgateway;

import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** WeChat Pay API v3, direct merchant: native, codepay, query, close, reverse, refund. */
final class WeChatDesk {
    static final String WALLET = "wechat";
    private static final String CODES = "1[0-5][0-9]{16}";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORDERS = "/v3/pay/transactions/";
    private static final String BY_NUMBER = ORDERS + "out-trade-no/";
    private static final String REFUNDS = "/v3/refund/domestic/refunds";
    private static final int OK = 200;
    private static final int NO_CONTENT = 204;
    private static final int BAD = 400;
    private static final int UNSIGNED = 401;
    private static final int FORBIDDEN = 403;
    private static final int UNKNOWN = 404;
    private static final int TROUBLE = 500;

    private final WeChatEnvelope envelope;
    private final Books books;
    private final Faults faults;
    private final BillDesk bills;
    private final Payers payers;

    WeChatDesk(
            WeChatEnvelope envelope, Books books, Faults faults, Notices notices, BillDesk bills) {
        this.envelope = envelope;
        this.books = books;
        this.faults = faults;
        this.bills = bills;
        this.payers = new Payers(WALLET, CODES, books, faults, notices);
    }

    Reply answer(Call call) {
        if (!envelope.isOfTheMerchant(call)) {
            return sealed(error(UNSIGNED, "SIGN_ERROR"));
        }
        if (faults.take(Fault.SYSTEM_ERROR)) {
            return sealed(error(TROUBLE, "SYSTEM_ERROR"));
        }
        if (call.path().equals(WeChatBillFile.PATH)) {
            return bills.file(call.fields().getOrDefault("token", ""));
        }
        Reply reply = sealed(booked(call));
        if (faults.take(Fault.CUT_AFTER_BOOKING)) {
            return Reply.cut();
        }
        return faults.take(Fault.FORGED_ANSWER) ? reply.forged() : reply;
    }

    private Reply sealed(Reply reply) {
        return new Reply(
                reply.status(), reply.type(), envelope.headers(reply.body(), 0), reply.body());
    }

    private Reply booked(Call call) {
        String path = call.path();
        JsonNode body = JSON.readTree(call.body().isEmpty() ? "{}" : call.body());
        return switch (call.method() + " " + path) {
            case "POST " + ORDERS + "native" -> shown(body);
            case "POST " + ORDERS + "codepay" -> scanned(body);
            case "POST " + REFUNDS -> refund(body);
            case "GET /v3/bill/tradebill" -> bills.wechat(call.fields());
            case String other when other.startsWith("GET " + REFUNDS + "/") ->
                    refund(path.substring(REFUNDS.length() + 1));
            case String other when path.startsWith(BY_NUMBER) ->
                    known(call, path.substring(BY_NUMBER.length()));
            case String _ -> error(UNKNOWN, "NOT_FOUND");
        };
    }

    private Reply known(Call call, String rest) {
        String number = rest.replaceAll("/.*", "");
        if (books.find(WALLET, number).isEmpty()) {
            return rest.endsWith("/reverse")
                    ? Reply.json(OK, JSON.createObjectNode().put("out_trade_no", number).toString())
                    : error(UNKNOWN, "ORDER_NOT_EXIST");
        }
        return switch (call.method() + rest.substring(number.length())) {
            case "GET" -> Reply.json(OK, transaction(payers.asked(number)).toString());
            case "POST/close" -> close(number);
            case "POST/reverse" -> reverse(number);
            case String _ -> error(UNKNOWN, "NOT_FOUND");
        };
    }

    private Reply shown(JsonNode body) {
        Order order = books.place(order(body, false));
        if (!order.isOpen()) {
            return error(BAD, "ORDER_CLOSED");
        }
        if (order.terms().amountMinor() != body.path("amount").path("total").asLong(0)) {
            return error(BAD, "OUT_TRADE_NO_USED");
        }
        String code = "weixin://wxpay/bizpayurl?pr=" + order.number();
        return Reply.json(OK, JSON.createObjectNode().put("code_url", code).toString());
    }

    private Reply scanned(JsonNode body) {
        Order order = books.place(order(body, true));
        String code = body.path("payer").path("auth_code").asString("");
        return switch (payers.scan(order.number(), code)) {
            case INVALID -> error(BAD, "AUTH_CODE_INVALID");
            case WITHOUT_MONEY -> error(FORBIDDEN, "NOT_ENOUGH");
            case ASKED -> paying(order);
        };
    }

    private Reply paying(Order order) {
        Order paid = payers.asked(order.number());
        return paid.state() == Order.State.PAID
                ? Reply.json(OK, transaction(paid).toString())
                : error(BAD, "USERPAYING");
    }

    private Reply close(String number) {
        return books.close(WALLET, number).state() == Order.State.PAID
                ? error(BAD, "ORDER_PAID")
                : Reply.json(NO_CONTENT, "");
    }

    private Reply reverse(String number) {
        if (faults.take(Fault.REVERSE_REFUSED)) {
            return error(BAD, "USERPAYING");
        }
        books.reverse(WALLET, number);
        return Reply.json(OK, JSON.createObjectNode().put("out_trade_no", number).toString());
    }

    private Reply refund(JsonNode body) {
        Refund refund =
                new Refund(
                        WALLET,
                        body.path("out_refund_no").asString(""),
                        body.path("out_trade_no").asString(""),
                        body.path("amount").path("refund").asLong(0),
                        !faults.take(Fault.REFUND_LATER),
                        0);
        Optional<Order> order = books.find(WALLET, refund.number());
        long total = body.path("amount").path("total").asLong(0);
        if (order.isEmpty() || order.get().terms().amountMinor() != total) {
            return error(BAD, "INVALID_REQUEST");
        }
        return books.refund(refund)
                .map(kept -> Reply.json(OK, refund(kept).toString()))
                .orElseGet(() -> error(FORBIDDEN, "NOT_ENOUGH"));
    }

    private Reply refund(String number) {
        return books.findRefund(WALLET, number)
                .map(kept -> Reply.json(OK, refund(kept).toString()))
                .orElseGet(() -> error(UNKNOWN, "RESOURCE_NOT_EXISTS"));
    }

    private static Order order(JsonNode body, boolean isScanned) {
        String ends = body.path("time_expire").asString("");
        var terms =
                new Order.Terms(
                        body.path("amount").path("total").asLong(0),
                        body.path("description").asString(""),
                        body.path("notify_url").asString(""),
                        isScanned,
                        ends.isEmpty() ? 0 : OffsetDateTime.parse(ends).toInstant().toEpochMilli());
        String number = body.path("out_trade_no").asString("");
        return new Order(WALLET, number, terms, Order.State.WAITING, "", 0);
    }

    static ObjectNode transaction(Order order) {
        String state =
                switch (order.state()) {
                    case SHOWN -> "NOTPAY";
                    case WAITING -> order.terms().isScanned() ? "USERPAYING" : "NOTPAY";
                    case PAID -> "SUCCESS";
                    case CLOSED -> order.terms().isScanned() ? "PAYERROR" : "CLOSED";
                    case REVERSED -> "REVOKED";
                };
        long total = order.terms().amountMinor();
        ObjectNode node =
                JSON.createObjectNode()
                        .put("mchid", WeChatEnvelope.MERCHANT)
                        .put("out_trade_no", order.number())
                        .put("trade_type", order.terms().isScanned() ? "MICROPAY" : "NATIVE")
                        .put("trade_state", state)
                        .put("trade_state_desc", state.toLowerCase(Locale.ROOT));
        node.putObject("amount")
                .put("total", total)
                .put("payer_total", total)
                .put("currency", "CNY");
        return order.state() == Order.State.PAID
                ? node.put("transaction_id", order.transaction())
                : node;
    }

    private static ObjectNode refund(Refund refund) {
        ObjectNode node =
                JSON.createObjectNode()
                        .put(
                                "refund_id",
                                "50" + Integer.toUnsignedString(refund.refund().hashCode()))
                        .put("out_refund_no", refund.refund())
                        .put("out_trade_no", refund.number())
                        .put("status", refund.isDone() ? "SUCCESS" : "PROCESSING");
        node.putObject("amount").put("refund", refund.amountMinor()).put("currency", "CNY");
        return node;
    }

    static Reply error(int status, String code) {
        ObjectNode node = JSON.createObjectNode().put("code", code).put("message", code);
        return Reply.json(status, node.toString());
    }
}
