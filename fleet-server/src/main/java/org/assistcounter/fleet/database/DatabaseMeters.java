package org.assistcounter.fleet.database;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.PoolMetrics;
import java.util.function.ToDoubleFunction;
import org.springframework.stereotype.Component;

/** How many connections to the database are in use. */
@Component
class DatabaseMeters implements MeterBinder {
    private final ConnectionPool pool;

    DatabaseMeters(ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        pool.getMetrics()
                .ifPresent(metrics -> {
                    gauge(meters, "used", metrics, PoolMetrics::acquiredSize);
                    gauge(meters, "idle", metrics, PoolMetrics::idleSize);
                    gauge(meters, "awaited", metrics, PoolMetrics::pendingAcquireSize);
                });
    }

    private static void gauge(
            MeterRegistry meters,
            String state,
            PoolMetrics metrics,
            ToDoubleFunction<PoolMetrics> size) {
        Gauge.builder("assistcounter.database.connections", metrics, size)
                .description("Connections to the database; awaited is who has none yet")
                .tag("state", state)
                .register(meters);
    }
}
