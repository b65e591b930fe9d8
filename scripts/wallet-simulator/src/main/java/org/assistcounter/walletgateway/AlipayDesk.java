package org.assistcounter.walletgateway;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Alipay's gateway.do: precreate, pay, query, cancel, close, refund and its query. */
final class AlipayDesk {
    static final String WALLET = "alipay";
    private static final String CODES = "(?:2[5-9]|30)[0-9]{14,22}";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ZoneOffset BEIJING = ZoneOffset.ofHours(8);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final int OK = 200;
    private static final int DECIMALS = 2;

    private final AlipayEnvelope envelope;
    private final Books books;
    private final Faults faults;
    private final BillDesk bills;
    private final Payers payers;

    AlipayDesk(
            AlipayEnvelope envelope, Books books, Faults faults, Notices notices, BillDesk bills) {
        this.envelope = envelope;
        this.books = books;
        this.faults = faults;
        this.bills = bills;
        this.payers = new Payers(WALLET, CODES, books, faults, notices);
    }

    Reply answer(Call call) {
        Map<String, String> fields = call.fields();
        String method = fields.getOrDefault("method", "");
        if (!envelope.isOfTheMerchant(fields)) {
            ObjectNode refused = failure("40002", "isv.invalid-signature");
            return sealed("error_response", refused);
        }
        String member = method.replace('.', '_') + "_response";
        if (faults.take(Fault.SYSTEM_ERROR)) {
            return sealed(member, failure("20000", "aop.ACQ.SYSTEM_ERROR"));
        }
        JsonNode content = JSON.readTree(fields.getOrDefault("biz_content", "{}"));
        boolean isOfBills = method.equals(AlipayBillFile.METHOD);
        ObjectNode answer =
                isOfBills
                        ? bills.alipay(content, call.headers().getOrDefault("host", ""))
                        : booked(method, content, fields);
        Reply reply = sealed(member, answer);
        if (faults.take(Fault.CUT_AFTER_BOOKING)) {
            return Reply.cut();
        }
        return faults.take(Fault.FORGED_ANSWER) ? forged(reply) : reply;
    }

    /** The last text of the content is changed, not the signature behind it. */
    private static Reply forged(Reply reply) {
        int sign = reply.body().indexOf(",\"sign\"");
        String changed =
                Reply.forge(reply.body().substring(0, sign)) + reply.body().substring(sign);
        return Reply.json(OK, changed);
    }

    private Reply sealed(String member, ObjectNode content) {
        return Reply.json(OK, envelope.sealed(member, content.toString()));
    }

    private ObjectNode booked(String method, JsonNode content, Map<String, String> fields) {
        String number = content.path("out_trade_no").asString("");
        if (!number.matches("[0-9A-Za-z_]{1,64}")) {
            return failure("40004", "ACQ.INVALID_PARAMETER");
        }
        return switch (method) {
            case "alipay.trade.precreate" -> shown(content, fields);
            case "alipay.trade.pay" -> scanned(content, fields);
            case "alipay.trade.query" -> query(number);
            case "alipay.trade.cancel" -> cancel(number);
            case "alipay.trade.close" -> close(number);
            case "alipay.trade.refund" -> refund(content);
            case "alipay.trade.fastpay.refund.query" ->
                    refundStanding(content.path("out_request_no").asString(""));
            default -> failure("40004", "isv.invalid-method");
        };
    }

    private ObjectNode shown(JsonNode content, Map<String, String> fields) {
        Order order = books.place(order(content, fields, Order.State.SHOWN));
        if (!order.isOpen()) {
            return failure("40004", "ACQ.TRADE_HAS_CLOSE");
        }
        return success()
                .put("out_trade_no", order.number())
                .put("qr_code", "https://qr.alipay.com/" + order.number());
    }

    private ObjectNode scanned(JsonNode content, Map<String, String> fields) {
        Order order = books.place(order(content, fields, Order.State.WAITING));
        return switch (payers.scan(order.number(), content.path("auth_code").asString(""))) {
            case INVALID -> failure("40004", "ACQ.PAYMENT_AUTH_CODE_INVALID");
            case WITHOUT_MONEY -> failure("40004", "ACQ.BUYER_BALANCE_NOT_ENOUGH");
            case ASKED -> paying(order);
        };
    }

    private ObjectNode paying(Order order) {
        Order paid = payers.asked(order.number());
        return paid.state() == Order.State.PAID
                ? trade(paid)
                : trade(paid).put("code", "10003").put("msg", " order success pay inprocess");
    }

    private ObjectNode query(String number) {
        return isKnown(number) ? trade(payers.asked(number)) : notExist();
    }

    /** A precreated code that nobody has scanned is no trade yet. */
    private boolean isKnown(String number) {
        return books.find(WALLET, number)
                .filter(order -> order.state() != Order.State.SHOWN)
                .isPresent();
    }

    private ObjectNode cancel(String number) {
        boolean isRefused = faults.take(Fault.REVERSE_REFUSED);
        String action = "close";
        if (!isRefused && books.find(WALLET, number).isPresent()) {
            Order before = books.reverse(WALLET, number);
            action = before.state() == Order.State.PAID ? "refund" : "close";
        }
        return success()
                .put("out_trade_no", number)
                .put("retry_flag", isRefused ? "Y" : "N")
                .put("action", action);
    }

    private ObjectNode close(String number) {
        if (!isKnown(number)) {
            return notExist();
        }
        return books.close(WALLET, number).state() == Order.State.PAID
                ? failure("40004", "ACQ.TRADE_STATUS_ERROR")
                : success().put("out_trade_no", number);
    }

    private ObjectNode refund(JsonNode content) {
        boolean isLater = faults.take(Fault.REFUND_LATER);
        Refund refund =
                new Refund(
                        WALLET,
                        content.path("out_request_no").asString(""),
                        content.path("out_trade_no").asString(""),
                        minor(content.path("refund_amount").asString("0")),
                        !isLater,
                        0);
        if (!isKnown(refund.number())) {
            return notExist();
        }
        Optional<Refund> kept = books.refund(refund);
        return kept.map(known ->
                        success()
                                .put("out_trade_no", known.number())
                                .put("fund_change", isLater ? "N" : "Y")
                                .put("refund_fee", yuan(known.amountMinor())))
                .orElseGet(() -> failure("40004", "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL"));
    }

    /** A refund that is not known or not made has no refund_status. */
    private ObjectNode refundStanding(String refund) {
        ObjectNode node = success();
        books.findRefund(WALLET, refund)
                .ifPresent(known -> {
                    node.put("out_request_no", refund)
                            .put("refund_amount", yuan(known.amountMinor()));
                    if (known.isDone()) {
                        node.put("refund_status", "REFUND_SUCCESS");
                    }
                });
        return node;
    }

    private static Order order(JsonNode content, Map<String, String> fields, Order.State state) {
        String ends = content.path("time_expire").asString("");
        var terms =
                new Order.Terms(
                        minor(content.path("total_amount").asString("0")),
                        content.path("subject").asString(""),
                        fields.getOrDefault("notify_url", ""),
                        state == Order.State.WAITING,
                        ends.isEmpty()
                                ? 0
                                : LocalDateTime.parse(ends, TIME)
                                        .toInstant(BEIJING)
                                        .toEpochMilli());
        String number = content.path("out_trade_no").asString("");
        return new Order(WALLET, number, terms, state, "", 0);
    }

    private static ObjectNode trade(Order order) {
        String status = status(order);
        ObjectNode node =
                success()
                        .put("out_trade_no", order.number())
                        .put("trade_status", status)
                        .put("total_amount", yuan(order.terms().amountMinor()));
        return order.state() == Order.State.PAID ? node.put("trade_no", order.transaction()) : node;
    }

    static String status(Order order) {
        return switch (order.state()) {
            case SHOWN, WAITING -> "WAIT_BUYER_PAY";
            case PAID -> "TRADE_SUCCESS";
            case CLOSED, REVERSED -> "TRADE_CLOSED";
        };
    }

    static String yuan(long minor) {
        return BigDecimal.valueOf(minor, DECIMALS).toPlainString();
    }

    private static long minor(String yuan) {
        return new BigDecimal(yuan).movePointRight(DECIMALS).longValueExact();
    }

    static ObjectNode success() {
        return JSON.createObjectNode().put("code", "10000").put("msg", "Success");
    }

    private static ObjectNode notExist() {
        return failure("40004", "ACQ.TRADE_NOT_EXIST");
    }

    static ObjectNode failure(String code, String reason) {
        return JSON.createObjectNode()
                .put("code", code)
                .put("msg", "Business Failed")
                .put("sub_code", reason)
                .put("sub_msg", reason);
    }
}
