package org.assistcounter.fleet.catalogue.store;

import static org.assistcounter.fleet.database.Columns.required;
import static org.assistcounter.fleet.database.Columns.text;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.UUID;
import org.assistcounter.fleet.catalogue.ImportRun;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Mono;

/** Keeps files between their dry run and their import in the table `catalogue_import`. */
@Repository
public class ImportStore {
    private final DatabaseClient database;

    ImportStore(DatabaseClient database) {
        this.database = database;
    }

    /** A file that waits, and what is in it. */
    public record Waiting(ImportRun.File file, ByteBuffer content) {}

    /** Whose a file is: a person's in one organisation. */
    public record Owner(UUID person, String tenant) {}

    /** Keeps a file instead of what the same person sent before. */
    public Mono<Void> keep(Owner owner, ImportRun.File file, byte[] content, Instant at) {
        return database.sql(
                        """
                        insert into catalogue_import (person_id, tenant_id, kind, name, content,
                               sent_at)
                        values (:person, :tenant, :kind, :name, :content, :at)
                        on conflict (person_id) do update
                           set tenant_id = excluded.tenant_id, kind = excluded.kind,
                               name = excluded.name, content = excluded.content,
                               sent_at = excluded.sent_at
                        """)
                .bind("person", owner.person())
                .bind("tenant", owner.tenant())
                .bind("kind", file.kind())
                .bind("name", file.name())
                .bind("content", content)
                .bind("at", at)
                .then();
    }

    /** Takes a person's file out; empty when there is none, as for the second who presses. */
    public Mono<Waiting> take(Owner owner) {
        return database.sql(
                        """
                        delete from catalogue_import
                         where person_id = :person and tenant_id = :tenant
                        returning kind, name, content
                        """)
                .bind("person", owner.person())
                .bind("tenant", owner.tenant())
                .map(row ->
                        new Waiting(
                                new ImportRun.File(text(row, "kind"), text(row, "name")),
                                required(row, "content", ByteBuffer.class)))
                .one();
    }
}
