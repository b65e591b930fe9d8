package org.assistcounter.fleet.database;

import io.netty.buffer.Unpooled;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Wrapped;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Adds many rows in one go, by COPY; as one statement, in its caller's transaction. */
@Component
public final class Copies {

    private final DatabaseClient database;

    Copies(DatabaseClient database) {
        this.database = database;
    }

    /**
     * Adds rows; none is fine.
     *
     * @param target the table and its columns, such as `stock_slot (counter_id, slot)`
     */
    public Mono<Void> add(String target, CopyRows rows) {
        if (rows.isEmpty()) {
            return Mono.empty();
        }
        String copy = "copy " + target + " from stdin (format binary)";
        return database.inConnection(connection ->
                        postgres(connection)
                                .copyIn(copy)
                                .from(Unpooled.wrappedBuffer(rows.finished()))
                                .build())
                .then();
    }

    /** Pool and transaction each put something around it. */
    private static PostgresqlConnection postgres(Connection connection) {
        Object inner = connection;
        while (!(inner instanceof PostgresqlConnection) && inner instanceof Wrapped<?> outer) {
            inner = outer.unwrap();
        }
        if (inner instanceof PostgresqlConnection postgres) {
            return postgres;
        }
        throw new IllegalStateException("COPY needs PostgreSQL and not " + inner);
    }
}
