package org.assistcounter.fleet.wallets.wechat;

import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.operators.OpenPaths;
import org.assistcounter.fleet.wallets.Notice;
import org.assistcounter.fleet.wallets.Notices;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.assistcounter.fleet.wallets.WalletKind;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/** Where WeChat Pay tells of payments: signed, its content encrypted (API v3, notifications). */
@RestController
@ConditionalOnProperty("assistcounter.wallets.wechat.merchant")
class WeChatNotices implements OpenPaths {
    private static final Logger LOG = LoggerFactory.getLogger(WeChatNotices.class);
    private static final String PATH = "/wallets/wechat/notify";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final ResponseEntity<Map<String, String>> GOOD = ResponseEntity.ok().build();

    private final NotificationParser parser;
    private final WeChatSettings settings;
    private final Notices notices;

    WeChatNotices(WeChatSettings settings, Notices notices) {
        this.parser = new NotificationParser(WeChatGateway.config(settings));
        this.settings = settings;
        this.notices = notices;
    }

    @Override
    public List<String> patterns() {
        return List.of(PATH);
    }

    @PostMapping(PATH)
    Mono<ResponseEntity<Map<String, String>>> told(
            @RequestHeader HttpHeaders headers, @RequestBody String body) {
        return Mono.fromCallable(() -> read(headers, body))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(notices::take)
                .map(outcome ->
                        outcome.isGood() ? GOOD : bad(HttpStatus.BAD_REQUEST, outcome.name()))
                .defaultIfEmpty(GOOD)
                .onErrorResume(
                        Unbelieved.class,
                        failure -> {
                            LOG.warn(
                                    "A notice in the name of WeChat Pay: {}", failure.getMessage());
                            return Mono.just(bad(HttpStatus.UNAUTHORIZED, "SIGN_ERROR"));
                        });
    }

    /** Not signed by WeChat Pay, or not in its form. */
    private static final class Unbelieved extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unbelieved(String words) {
            super(words);
        }
    }

    /** Null when it tells of something else than a payment. */
    private @Nullable Notice read(HttpHeaders headers, String body) {
        String time = header(headers, "Wechatpay-Timestamp");
        if (!time.matches("[0-9]{1,12}")) {
            throw new Unbelieved("its time is no number");
        }
        Transaction paid = opened(headers, time, body);
        if (!settings.merchant().equals(paid.getMchid())) {
            throw new Unbelieved("it is of another merchant");
        }
        var standing = WeChatGateway.standing(paid.getOutTradeNo(), paid);
        String event = JSON.readTree(body).path("id").asString("");
        return standing.state() == State.PAID
                ? new Notice(
                        WalletKind.WECHAT,
                        event,
                        paid.getOutTradeNo(),
                        standing,
                        Instant.ofEpochSecond(Long.parseLong(time)))
                : null;
    }

    private Transaction opened(HttpHeaders headers, String time, String body) {
        RequestParam request =
                new RequestParam.Builder()
                        .serialNumber(header(headers, "Wechatpay-Serial"))
                        .nonce(header(headers, "Wechatpay-Nonce"))
                        .signature(header(headers, "Wechatpay-Signature"))
                        .timestamp(time)
                        .body(body)
                        .build();
        try {
            return parser.parse(request, Transaction.class);
        } catch (RuntimeException refused) {
            throw new Unbelieved(refused.getClass().getSimpleName());
        }
    }

    private static String header(HttpHeaders headers, String name) {
        String value = headers.getFirst(name);
        if (value == null) {
            throw new Unbelieved(name + " is missing");
        }
        return value;
    }

    private static ResponseEntity<Map<String, String>> bad(HttpStatus status, String words) {
        return ResponseEntity.status(status).body(Map.of("code", "FAIL", "message", words));
    }
}
