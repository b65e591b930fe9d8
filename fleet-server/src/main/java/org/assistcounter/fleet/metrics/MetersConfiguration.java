package org.assistcounter.fleet.metrics;

import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationPredicate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.observation.ServerRequestObservationContext;

/** What Spring Boot measures by itself, less what nobody reads. */
@Configuration(proxyBeanMethods = false)
class MetersConfiguration {

    /** Its requests last as long as somebody looks at a page. */
    private static final String STREAM = "/live";

    @Bean
    MeterFilter buckets() {
        return new Buckets();
    }

    @Bean
    ObservationPredicate onlyRequests() {
        return (name, context) -> isTimed(context);
    }

    private static boolean isTimed(Observation.Context context) {
        ServerHttpRequest request =
                context instanceof ServerRequestObservationContext web ? web.getCarrier() : null;
        return request != null && !request.getPath().value().equals(STREAM);
    }
}
