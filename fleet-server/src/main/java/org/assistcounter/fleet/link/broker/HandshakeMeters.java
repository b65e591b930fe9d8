package org.assistcounter.fleet.link.broker;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** What is measured at the broker's port. */
@Component
class HandshakeMeters implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("assistcounter.link.handshakes", PacedHandshakes::underWay)
                .description("TLS handshakes that hold a place at the broker's port")
                .register(meters);
    }
}
