package org.assistcounter.fleet.enrolment;

import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.settings.BrokerAddress;
import org.assistcounter.fleet.settings.ExternalSettings;
import org.assistcounter.fleet.settings.FleetSettings;
import org.assistcounter.fleet.sites.Site;
import org.assistcounter.fleet.sites.Sites;
import org.assistcounter.protocol.signing.Signer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Puts together everything that a new counter has to know, from here and from the extras. */
@Component
class EnrolmentAnswer {

    private final Sites sites;
    private final Certificates certificates;
    private final Told keys;
    private final FleetSettings settings;
    private final ExternalSettings external;
    private final ObjectProvider<EnrolmentExtra> extras;

    EnrolmentAnswer(
            Sites sites,
            Certificates certificates,
            Told keys,
            FleetSettings settings,
            ExternalSettings external,
            ObjectProvider<EnrolmentExtra> extras) {
        this.sites = sites;
        this.certificates = certificates;
        this.keys = keys;
        this.settings = settings;
        this.external = external;
        this.extras = extras;
    }

    /** By which a counter knows the fleet's words, each kind by its own. */
    @Component
    record Told(CheckpointKey checkpoints, AnswerKey answers, DirectiveKey directives) {}

    Mono<Map<String, Object>> to(Admitted admitted) {
        Counter counter = admitted.counter();
        JournalBase base = admitted.base();
        return Mono.zip(
                sites.find(counter.place().site()),
                extrasFor(counter).collectList(),
                (site, added) -> {
                    Map<String, Object> fields = own(counter, site, admitted.certificate());
                    if (base != null) {
                        fields.put("journal", base.words());
                    }
                    added.forEach(extra -> fields.putIfAbsent(extra.getKey(), extra.getValue()));
                    return fields;
                });
    }

    private Flux<Map.Entry<String, Object>> extrasFor(Counter counter) {
        List<EnrolmentExtra> all = extras.orderedStream().toList();
        return Flux.fromIterable(all)
                .concatMap(extra ->
                        extra.forCounter(counter).map(value -> Map.entry(extra.name(), value)));
    }

    private Map<String, Object> own(Counter counter, Site site, String certificate) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("counterId", counter.id().hex());
        fields.put("label", counter.place().label());
        fields.put("site", words(site));
        fields.put("zone", site.zone().getId());
        fields.put("tenant", counter.place().tenant());
        fields.put("certificate", certificate);
        fields.putAll(common());
        return fields;
    }

    /** What every counter has to know of the fleet. */
    Map<String, Object> common() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("caCertificate", certificates.authorityPem());
        fields.put("fleetOrigin", settings.origin().toString());
        fields.put("checkpointKey", base64(keys.checkpoints()));
        fields.put("answerKey", base64(keys.answers()));
        fields.put("directiveKey", base64(keys.directives()));
        List<Map<String, Object>> brokers = brokers();
        fields.put("mqtt", brokers.getFirst());
        fields.put("brokers", brokers);
        return fields;
    }

    private static String base64(Signer key) {
        return Base64.getEncoder().encodeToString(key.publicKey());
    }

    /** Where it may connect; our own broker is where we are. */
    private List<Map<String, Object>> brokers() {
        List<BrokerAddress> all =
                external.hasEmbeddedBroker()
                        ? List.of(
                                new BrokerAddress(
                                        settings.origin().getHost(), settings.mqtt().port()))
                        : external.brokerAddresses();
        return all.stream()
                .map(each -> Map.<String, Object>of("host", each.host(), "port", each.port()))
                .toList();
    }

    private static Map<String, Object> words(Site site) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("zh", site.names().zh());
        fields.put("en", site.names().en());
        fields.put("divisionCode", site.division().code());
        fields.put("divisionYear", site.division().year());
        fields.put("venue", site.venue().word());
        return fields;
    }
}
