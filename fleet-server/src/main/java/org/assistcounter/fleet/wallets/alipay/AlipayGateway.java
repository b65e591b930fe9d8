package org.assistcounter.fleet.wallets.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.AlipayConfig;
import com.alipay.api.AlipayRequest;
import com.alipay.api.AlipayResponse;
import com.alipay.api.DefaultAlipayClient;
import com.alipay.api.internal.util.AlipayLogger;
import com.alipay.api.request.AlipayTradeCancelRequest;
import com.alipay.api.request.AlipayTradeFastpayRefundQueryRequest;
import com.alipay.api.request.AlipayTradePayRequest;
import com.alipay.api.request.AlipayTradePrecreateRequest;
import com.alipay.api.request.AlipayTradeQueryRequest;
import com.alipay.api.request.AlipayTradeRefundRequest;
import com.alipay.api.response.AlipayTradeRefundResponse;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.assistcounter.fleet.wallets.WalletGateway;
import org.assistcounter.fleet.wallets.WalletKind;
import org.assistcounter.fleet.wallets.WalletTrouble;
import org.assistcounter.protocol.ask.PaymentCode;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Alipay face to face: an order that is shown is `precreate`, a scanned code is `pay`. Alipay's
 * numbers hold no hyphen, so ours have an underscore there. A precreated order is no trade until it
 * is scanned, and so not known before. The library's isSuccess is true while the payer still pays:
 * only codes are read here.
 */
public final class AlipayGateway implements WalletGateway {
    private static final Duration PACE = Duration.ofSeconds(3);
    private static final String OWN_ADDRESS = "https://openapi.alipay.com/gateway.do";
    private static final int CONNECT_MILLIS = 5_000;
    private static final int ANSWER_MILLIS = 10_000;
    private static final int DECIMALS = 2;
    static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.ofHours(8));
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DONE = "10000";
    private static final String PAYING = "10003";
    private static final String NOT_KNOWN = "ACQ.TRADE_NOT_EXIST";
    private static final Set<String> NOTHING_TAKEN =
            Set.of(
                    "ACQ.PAYMENT_AUTH_CODE_INVALID",
                    "ACQ.BUYER_BALANCE_NOT_ENOUGH",
                    "ACQ.BUYER_BANKCARD_BALANCE_NOT_ENOUGH",
                    "ACQ.ERROR_BALANCE_PAYMENT_DISABLE",
                    "ACQ.TRADE_BUYER_NOT_MATCH",
                    "ACQ.PAYMENT_REQUEST_HAS_RISK");
    private static final Set<String> NO_REFUND =
            Set.of(
                    "ACQ.REFUND_AMT_NOT_EQUAL_TOTAL",
                    "ACQ.REASON_TRADE_REFUND_FEE_ERR",
                    "ACQ.TRADE_HAS_FINISHED",
                    "ACQ.TRADE_NOT_ALLOW_REFUND");

    private final AlipaySettings settings;
    private final UnaryOperator<String> names;
    private final AlipayClient client;

    /** What is sold is shown to the payer by its name. */
    public AlipayGateway(AlipaySettings settings, UnaryOperator<String> names) {
        this.settings = settings;
        this.names = names;
        this.client = client(settings);
    }

    static AlipayClient client(AlipaySettings settings) {
        // The library would log whole requests, payment codes among them.
        AlipayLogger.setNeedEnableLogger(false);
        AlipayConfig config = new AlipayConfig();
        config.setServerUrl(
                settings.address() == null ? OWN_ADDRESS : settings.address().toString());
        config.setAppId(settings.application());
        config.setPrivateKey(settings.merchantKey());
        config.setAlipayPublicKey(settings.walletKey());
        config.setConnectTimeout(CONNECT_MILLIS);
        config.setReadTimeout(ANSWER_MILLIS);
        try {
            return new DefaultAlipayClient(config);
        } catch (AlipayApiException failure) {
            throw new IllegalStateException(failure);
        }
    }

    @Override
    public Terms terms() {
        return new Terms(WalletKind.ALIPAY, PACE);
    }

    @Override
    public Mono<String> order(Order order) {
        AlipayTradePrecreateRequest request = new AlipayTradePrecreateRequest();
        request.setNotifyUrl(settings.notices().toString());
        request.setBizContent(content(order).toString());
        return asked(request)
                .flatMap(answer ->
                        DONE.equals(answer.getCode())
                                ? Mono.just(answer.getQrCode())
                                : trouble(answer));
    }

    @Override
    public Mono<Standing> charge(Order order, PaymentCode code) {
        AlipayTradePayRequest request = new AlipayTradePayRequest();
        request.setNotifyUrl(settings.notices().toString());
        request.setBizContent(
                content(order).put("scene", "bar_code").put("auth_code", code.digits()).toString());
        return asked(request)
                .flatMap(answer -> {
                    if (DONE.equals(answer.getCode())) {
                        return Mono.just(paid(answer.getTotalAmount(), answer.getTradeNo()));
                    }
                    if (PAYING.equals(answer.getCode())) {
                        return Mono.just(of(State.WAITING));
                    }
                    return isAny(NOTHING_TAKEN, answer)
                            ? Mono.just(of(State.REFUSED))
                            : trouble(answer);
                });
    }

    private ObjectNode content(Order order) {
        return JSON.createObjectNode()
                .put("out_trade_no", number(order.attempt()))
                .put("total_amount", yuan(order.amountMinor()))
                .put("subject", names.apply(order.description()))
                .put("time_expire", TIME.format(order.expiresAt()));
    }

    @Override
    public Mono<Standing> query(String attempt) {
        AlipayTradeQueryRequest request = new AlipayTradeQueryRequest();
        request.setBizContent(named(attempt).toString());
        return asked(request)
                .flatMap(answer -> {
                    if (!DONE.equals(answer.getCode())) {
                        return isAny(Set.of(NOT_KNOWN), answer) ? Mono.empty() : trouble(answer);
                    }
                    if (!number(attempt).equals(answer.getOutTradeNo())) {
                        return Mono.error(new WalletTrouble("Alipay answered for another order."));
                    }
                    return switch (answer.getTradeStatus()) {
                        case "TRADE_SUCCESS", "TRADE_FINISHED" ->
                                Mono.just(paid(answer.getTotalAmount(), answer.getTradeNo()));
                        case "TRADE_CLOSED" -> Mono.just(of(State.CLOSED));
                        case "WAIT_BUYER_PAY" -> Mono.just(of(State.WAITING));
                        case String _ -> trouble(answer);
                    };
                });
    }

    @Override
    public Mono<Standing> close(String attempt) {
        return query(attempt)
                .flatMap(standing ->
                        standing.state() == State.WAITING
                                ? cancel(attempt).then(query(attempt))
                                : Mono.just(standing));
    }

    /** Undoes an order whether it is being paid or not; what was taken goes back to the payer. */
    private Mono<Void> cancel(String attempt) {
        AlipayTradeCancelRequest request = new AlipayTradeCancelRequest();
        request.setBizContent(named(attempt).toString());
        return asked(request)
                .flatMap(answer ->
                        DONE.equals(answer.getCode()) && !"Y".equals(answer.getRetryFlag())
                                ? Mono.empty()
                                : trouble(answer));
    }

    @Override
    public Mono<RefundStanding> refund(Refund refund) {
        AlipayTradeRefundRequest request = new AlipayTradeRefundRequest();
        request.setBizContent(
                named(refund.attempt())
                        .put("out_request_no", number(refund.refund()))
                        .put("refund_amount", yuan(refund.amountMinor()))
                        .put("refund_reason", refund.reason())
                        .toString());
        return asked(request).flatMap(AlipayGateway::standing);
    }

    private static Mono<RefundStanding> standing(AlipayTradeRefundResponse answer) {
        if (!DONE.equals(answer.getCode())) {
            return isAny(NO_REFUND, answer) ? Mono.just(RefundStanding.FAILED) : trouble(answer);
        }
        return Mono.just(
                "Y".equals(answer.getFundChange())
                        ? RefundStanding.DONE
                        : RefundStanding.PROCESSING);
    }

    @Override
    public Mono<RefundStanding> refundStanding(String refund) {
        AlipayTradeFastpayRefundQueryRequest request = new AlipayTradeFastpayRefundQueryRequest();
        String attempt = refund.substring(0, refund.lastIndexOf('-'));
        request.setBizContent(named(attempt).put("out_request_no", number(refund)).toString());
        return asked(request)
                .flatMap(answer -> {
                    if (!DONE.equals(answer.getCode())) {
                        return isAny(Set.of(NOT_KNOWN), answer) ? Mono.empty() : trouble(answer);
                    }
                    return "REFUND_SUCCESS".equals(answer.getRefundStatus())
                            ? Mono.just(RefundStanding.DONE)
                            : Mono.empty();
                });
    }

    private static ObjectNode named(String attempt) {
        return JSON.createObjectNode().put("out_trade_no", number(attempt));
    }

    private static String number(String ours) {
        return ours.replace('-', '_');
    }

    static String ours(String number) {
        return number.replace('_', '-');
    }

    private static String yuan(long minor) {
        return BigDecimal.valueOf(minor, DECIMALS).toPlainString();
    }

    static Standing paid(String yuan, String transaction) {
        long minor = new BigDecimal(yuan).movePointRight(DECIMALS).longValueExact();
        return new Standing(State.PAID, minor, transaction);
    }

    private static Standing of(State state) {
        return new Standing(state, 0, "");
    }

    private static boolean isAny(Set<String> reasons, AlipayResponse answer) {
        return answer.getSubCode() != null && reasons.contains(answer.getSubCode());
    }

    private static <T> Mono<T> trouble(AlipayResponse answer) {
        return Mono.error(
                new WalletTrouble("Alipay says " + answer.getCode() + " " + answer.getSubCode()));
    }

    private <T extends AlipayResponse> Mono<T> asked(AlipayRequest<T> request) {
        return Mono.fromCallable(() -> client.execute(request))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(
                        AlipayApiException.class,
                        failure ->
                                new WalletTrouble(
                                        "Alipay gave no good answer: " + failure.getErrCode()));
    }
}
