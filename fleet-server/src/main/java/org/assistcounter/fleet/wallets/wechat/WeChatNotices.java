package org.assistcounter.fleet.wallets.wechat;

import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.operators.OpenPaths;
import org.assistcounter.fleet.wallets.NoticeReading;
import org.assistcounter.fleet.wallets.Notices;
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

/** Where WeChat Pay tells of payments: signed, its content encrypted. */
@RestController
@ConditionalOnProperty("assistcounter.wallets.wechat.merchant")
class WeChatNotices implements OpenPaths {
    private static final Logger LOG = LoggerFactory.getLogger(WeChatNotices.class);
    private static final String PATH = "/wallets/wechat/notify";
    private static final ResponseEntity<Map<String, String>> GOOD = ResponseEntity.ok().build();

    private final WeChatNotice form;
    private final Notices notices;

    WeChatNotices(WeChatSettings settings, Notices notices) {
        this.form = new WeChatNotice(WeChatGateway.config(settings), settings.merchant());
        this.notices = notices;
    }

    @Override
    public List<String> patterns() {
        return List.of(PATH);
    }

    @PostMapping(PATH)
    Mono<ResponseEntity<Map<String, String>>> told(
            @RequestHeader HttpHeaders headers, @RequestBody String body) {
        return Mono.fromCallable(() -> form.read(headers::getFirst, body))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(this::taken);
    }

    private Mono<ResponseEntity<Map<String, String>>> taken(NoticeReading reading) {
        return switch (reading) {
            case NoticeReading.Told(var notice) ->
                    notices.take(notice)
                            .map(outcome ->
                                    outcome.isGood()
                                            ? GOOD
                                            : bad(HttpStatus.BAD_REQUEST, outcome.name()));
            case NoticeReading.OfNoPayment() -> Mono.just(GOOD);
            case NoticeReading.Unbelieved(var words) -> {
                LOG.warn("A notice in the name of WeChat Pay: {}", words);
                yield Mono.just(bad(HttpStatus.UNAUTHORIZED, "SIGN_ERROR"));
            }
        };
    }

    private static ResponseEntity<Map<String, String>> bad(HttpStatus status, String words) {
        return ResponseEntity.status(status).body(Map.of("code", "FAIL", "message", words));
    }
}
