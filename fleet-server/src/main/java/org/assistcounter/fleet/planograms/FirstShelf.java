package org.assistcounter.fleet.planograms;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.assistcounter.fleet.catalogue.Catalogue;
import org.assistcounter.fleet.counters.Counter;
import org.assistcounter.fleet.enrolment.EnrolmentExtra;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Mono;

/** Hands a new counter its first release and the pictures of its goods. */
@Configuration(proxyBeanMethods = false)
class FirstShelf {

    @Bean
    EnrolmentExtra shelf(Planograms planograms) {
        return extra("shelf", planograms::first);
    }

    @Bean
    EnrolmentExtra pictures(Catalogue catalogue) {
        return extra("pictures", () -> pictureFiles(catalogue));
    }

    private static Map<String, String> pictureFiles(Catalogue catalogue) {
        Map<String, String> files = new LinkedHashMap<>();
        for (Catalogue.Good good : catalogue.goods()) {
            try {
                files.put(good.product().picture(), catalogue.picture(good.product()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    private static EnrolmentExtra extra(String name, Supplier<Object> value) {
        return new EnrolmentExtra() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public Mono<Object> forCounter(Counter counter) {
                return Mono.fromSupplier(value);
            }
        };
    }
}
