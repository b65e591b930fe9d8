package org.assistcounter.fleet.wallets.wechat;

import static org.assistcounter.fleet.wallets.wechat.WeChatClient.call;
import static org.assistcounter.fleet.wallets.wechat.WeChatClient.says;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.service.payments.model.Transaction;
import com.wechat.pay.java.service.payments.model.Transaction.TradeTypeEnum;
import com.wechat.pay.java.service.payments.model.TransactionAmount;
import com.wechat.pay.java.service.payments.nativepay.NativePayService;
import com.wechat.pay.java.service.payments.nativepay.model.Amount;
import com.wechat.pay.java.service.payments.nativepay.model.CloseOrderRequest;
import com.wechat.pay.java.service.payments.nativepay.model.PrepayRequest;
import com.wechat.pay.java.service.payments.nativepay.model.QueryOrderByOutTradeNoRequest;
import com.wechat.pay.java.service.refund.RefundService;
import com.wechat.pay.java.service.refund.model.AmountReq;
import com.wechat.pay.java.service.refund.model.CreateRequest;
import com.wechat.pay.java.service.refund.model.QueryByOutRefundNoRequest;
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
 * WeChat Pay API v3, direct merchant. An order that is shown is `native`, a scanned code is
 * `codepay`; an open order is closed or, when it was scanned, reversed, and then always asked
 * about, since a reversal of an unknown number has been known to succeed.
 */
public final class WeChatGateway implements WalletGateway {
    /** WeChat Pay asks for 5 s after trouble and 10 s else; a shopper stands before the screen. */
    private static final Duration PACE = Duration.ofSeconds(5);

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ISO_OFFSET_DATE_TIME.withZone(ZoneOffset.ofHours(8));
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ORDERS = "/v3/pay/transactions/";
    private static final Set<String> UNKNOWN = Set.of("ORDER_NOT_EXIST", "ORDERNOTEXIST");
    private static final Set<String> NO_REFUND = Set.of("RESOURCE_NOT_EXISTS");
    private static final Set<String> PAYING = Set.of("USERPAYING", "USER_PAYING");
    private static final Set<String> PAID = Set.of("ORDER_PAID", "ORDERPAID");
    private static final Set<String> NOTHING_TAKEN =
            Set.of(
                    "AUTH_CODE_INVALID",
                    "AUTH_CODE_ERROR",
                    "AUTH_CODE_EXPIRE",
                    "AUTHCODEEXPIRE",
                    "NOT_ENOUGH",
                    "NOTENOUGH",
                    "NOTSUPORTCARD");

    private final WeChatSettings settings;
    private final UnaryOperator<String> names;
    private final WeChatClient client;
    private final NativePayService orders;
    private final RefundService refunds;

    /** What is sold is shown to the payer by its name. */
    public WeChatGateway(WeChatSettings settings, UnaryOperator<String> names) {
        this.settings = settings;
        this.names = names;
        this.client = new WeChatClient(settings, config(settings));
        this.orders = new NativePayService.Builder().httpClient(client.http()).build();
        this.refunds = new RefundService.Builder().httpClient(client.http()).build();
    }

    static RSAPublicKeyConfig config(WeChatSettings settings) {
        return new RSAPublicKeyConfig.Builder()
                .merchantId(settings.merchant())
                .merchantSerialNumber(settings.serial())
                .privateKey(settings.merchantKey())
                .publicKey(settings.walletKey())
                .publicKeyId(settings.keys().walletId())
                .apiV3Key(settings.apiV3Key())
                .build();
    }

    @Override
    public Terms terms() {
        return new Terms(WalletKind.WECHAT, PACE);
    }

    @Override
    public Mono<String> order(Order order) {
        PrepayRequest request = new PrepayRequest();
        request.setAppid(settings.application());
        request.setMchid(settings.merchant());
        request.setDescription(names.apply(order.description()));
        request.setOutTradeNo(order.attempt());
        request.setTimeExpire(TIME.format(order.expiresAt()));
        request.setNotifyUrl(settings.notices().toString());
        Amount amount = new Amount();
        amount.setTotal(Math.toIntExact(order.amountMinor()));
        amount.setCurrency(order.currency());
        request.setAmount(amount);
        return call(() -> orders.prepay(request).getCodeUrl()).onErrorMap(WeChatClient::trouble);
    }

    @Override
    public Mono<Standing> charge(Order order, PaymentCode code) {
        ObjectNode body =
                JSON.createObjectNode()
                        .put("appid", settings.application())
                        .put("mchid", settings.merchant())
                        .put("description", names.apply(order.description()))
                        .put("out_trade_no", order.attempt())
                        .put("time_expire", TIME.format(order.expiresAt()))
                        .put("notify_url", settings.notices().toString());
        body.putObject("payer").put("auth_code", code.digits());
        body.putObject("amount")
                .put("total", order.amountMinor())
                .put("currency", order.currency());
        body.putObject("scene_info")
                .putObject("store_info")
                .put("out_id", order.attempt().substring(0, 8));
        return client.post(ORDERS + "codepay", body.toString(), Transaction.class)
                .map(answer -> standing(order.attempt(), answer))
                .onErrorResume(says(PAYING), asked -> Mono.just(of(State.WAITING)))
                .onErrorResume(says(NOTHING_TAKEN), refused -> Mono.just(of(State.REFUSED)))
                .onErrorMap(WeChatClient::trouble);
    }

    @Override
    public Mono<Standing> query(String attempt) {
        return transaction(attempt)
                .map(answer -> standing(attempt, answer))
                .onErrorMap(WeChatClient::trouble);
    }

    private Mono<Transaction> transaction(String attempt) {
        QueryOrderByOutTradeNoRequest request = new QueryOrderByOutTradeNoRequest();
        request.setMchid(settings.merchant());
        request.setOutTradeNo(attempt);
        return call(() -> orders.queryOrderByOutTradeNo(request))
                .onErrorResume(says(UNKNOWN), unknown -> Mono.empty());
    }

    @Override
    public Mono<Standing> close(String attempt) {
        return transaction(attempt)
                .flatMap(answer -> {
                    Standing standing = standing(attempt, answer);
                    if (standing.state() != State.WAITING) {
                        return Mono.just(standing);
                    }
                    boolean isScanned = answer.getTradeType() == TradeTypeEnum.MICROPAY;
                    return (isScanned ? reverse(attempt) : closeShown(attempt))
                            .then(query(attempt));
                })
                .onErrorMap(WeChatClient::trouble);
    }

    private Mono<Void> closeShown(String attempt) {
        CloseOrderRequest request = new CloseOrderRequest();
        request.setMchid(settings.merchant());
        request.setOutTradeNo(attempt);
        return Mono.<Void>fromRunnable(() -> orders.closeOrder(request))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorResume(says(PAID), paid -> Mono.empty());
    }

    private Mono<Void> reverse(String attempt) {
        String body =
                JSON.createObjectNode()
                        .put("appid", settings.application())
                        .put("mchid", settings.merchant())
                        .toString();
        String path = ORDERS + "out-trade-no/" + attempt + "/reverse";
        return client.post(path, body, Transaction.class).then();
    }

    @Override
    public Mono<RefundStanding> refund(Refund refund) {
        CreateRequest request = new CreateRequest();
        request.setOutTradeNo(refund.attempt());
        request.setOutRefundNo(refund.refund());
        request.setReason(refund.reason());
        AmountReq amount = new AmountReq();
        amount.setRefund(refund.amountMinor());
        amount.setTotal(refund.totalMinor());
        amount.setCurrency(refund.currency());
        request.setAmount(amount);
        return call(() -> refunds.create(request))
                .map(WeChatGateway::standing)
                .onErrorMap(WeChatClient::trouble);
    }

    @Override
    public Mono<RefundStanding> refundStanding(String refund) {
        QueryByOutRefundNoRequest request = new QueryByOutRefundNoRequest();
        request.setOutRefundNo(refund);
        return call(() -> refunds.queryByOutRefundNo(request))
                .map(WeChatGateway::standing)
                .onErrorResume(says(NO_REFUND), unknown -> Mono.empty())
                .onErrorMap(WeChatClient::trouble);
    }

    private static RefundStanding standing(com.wechat.pay.java.service.refund.model.Refund refund) {
        return switch (refund.getStatus()) {
            case SUCCESS -> RefundStanding.DONE;
            case PROCESSING -> RefundStanding.PROCESSING;
            case CLOSED, ABNORMAL -> RefundStanding.FAILED;
        };
    }

    /** Without a state it was accepted only (202). */
    static Standing standing(String attempt, Transaction answer) {
        if (answer.getTradeState() == null) {
            return of(State.WAITING);
        }
        if (!attempt.equals(answer.getOutTradeNo())) {
            throw new WalletTrouble("WeChat Pay answered for another order.");
        }
        return switch (answer.getTradeState()) {
            case SUCCESS, REFUND -> paid(answer);
            case NOTPAY, USERPAYING, ACCEPT -> of(State.WAITING);
            case CLOSED, REVOKED -> of(State.CLOSED);
            case PAYERROR -> of(State.REFUSED);
        };
    }

    private static Standing paid(Transaction answer) {
        TransactionAmount amount = answer.getAmount();
        if (amount == null || amount.getTotal() == null || answer.getTransactionId() == null) {
            throw new WalletTrouble("WeChat Pay says paid, and not what or how much.");
        }
        return new Standing(State.PAID, amount.getTotal(), answer.getTransactionId());
    }

    private static Standing of(State state) {
        return new Standing(state, 0, "");
    }
}
