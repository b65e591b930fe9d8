package org.assistcounter.fleet.wallets.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.internal.util.AlipaySignature;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assistcounter.fleet.operators.OpenPaths;
import org.assistcounter.fleet.wallets.Notice;
import org.assistcounter.fleet.wallets.Notices;
import org.assistcounter.fleet.wallets.WalletKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Where Alipay tells of payments: a signed form, answered by one word. */
@RestController
@ConditionalOnProperty("assistcounter.wallets.alipay.application")
class AlipayNotices implements OpenPaths {
    private static final Logger LOG = LoggerFactory.getLogger(AlipayNotices.class);
    private static final String PATH = "/wallets/alipay/notify";
    private static final String GOOD = "success";
    private static final String BAD = "fail";
    private static final Set<String> PAID = Set.of("TRADE_SUCCESS", "TRADE_FINISHED");

    private final AlipaySettings settings;
    private final Notices notices;

    AlipayNotices(AlipaySettings settings, Notices notices) {
        this.settings = settings;
        this.notices = notices;
    }

    @Override
    public List<String> patterns() {
        return List.of(PATH);
    }

    @PostMapping(PATH)
    Mono<String> told(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(form -> new HashMap<>(form.asSingleValueMap()))
                .publishOn(Schedulers.boundedElastic())
                .flatMap(this::believed);
    }

    private Mono<String> believed(Map<String, String> fields) {
        try {
            if (!isSigned(fields)) {
                LOG.warn("A notice in the name of Alipay is not signed by it.");
                return Mono.just(BAD);
            }
            Notice notice = read(fields);
            return notice == null
                    ? Mono.just(GOOD)
                    : notices.take(notice).map(outcome -> outcome.isGood() ? GOOD : BAD);
        } catch (AlipayApiException | DateTimeException | ArithmeticException malformed) {
            LOG.warn("A notice of Alipay: {}", malformed.getClass().getSimpleName());
            return Mono.just(BAD);
        }
    }

    /** The library takes `sign` and `sign_type` out of the fields that it is given. */
    private boolean isSigned(Map<String, String> fields) throws AlipayApiException {
        return settings.application().equals(fields.get("app_id"))
                && fields.containsKey("sign")
                && AlipaySignature.rsaCheckV1(
                        new HashMap<>(fields), settings.walletKey(), "utf-8", "RSA2");
    }

    /** Null when it tells of something else than a payment. */
    private static @Nullable Notice read(Map<String, String> fields) {
        if (!PAID.contains(fields.getOrDefault("trade_status", ""))) {
            return null;
        }
        return new Notice(
                WalletKind.ALIPAY,
                fields.getOrDefault("notify_id", ""),
                AlipayGateway.ours(fields.getOrDefault("out_trade_no", "")),
                AlipayGateway.paid(
                        fields.getOrDefault("total_amount", "0"),
                        fields.getOrDefault("trade_no", "")),
                AlipayGateway.TIME.parse(fields.getOrDefault("notify_time", ""), Instant::from));
    }
}
