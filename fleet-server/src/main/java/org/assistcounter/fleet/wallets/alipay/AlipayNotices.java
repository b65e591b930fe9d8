package org.assistcounter.fleet.wallets.alipay;

import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.operators.OpenPaths;
import org.assistcounter.fleet.wallets.NoticeReading;
import org.assistcounter.fleet.wallets.Notices;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.util.MultiValueMap;
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

    private final AlipayNotice form;
    private final Notices notices;

    AlipayNotices(AlipaySettings settings, Notices notices) {
        this.form = new AlipayNotice(settings.application(), settings.walletKey());
        this.notices = notices;
    }

    @Override
    public List<String> patterns() {
        return List.of(PATH);
    }

    @PostMapping(PATH)
    Mono<String> told(ServerWebExchange exchange) {
        return exchange.getFormData()
                .map(MultiValueMap::asSingleValueMap)
                .publishOn(Schedulers.boundedElastic())
                .flatMap(this::taken);
    }

    private Mono<String> taken(Map<String, String> fields) {
        return switch (form.read(fields)) {
            case NoticeReading.Told(var notice) ->
                    notices.take(notice).map(outcome -> outcome.isGood() ? GOOD : BAD);
            case NoticeReading.OfNoPayment() -> Mono.just(GOOD);
            case NoticeReading.Unbelieved(var words) -> {
                LOG.warn("A notice in the name of Alipay: {}", words);
                yield Mono.just(BAD);
            }
        };
    }
}
