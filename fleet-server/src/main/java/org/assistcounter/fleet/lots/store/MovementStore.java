package org.assistcounter.fleet.lots.store;

import static org.assistcounter.fleet.database.Columns.moment;
import static org.assistcounter.fleet.database.Columns.number;
import static org.assistcounter.fleet.database.Columns.text;

import io.r2dbc.spi.Readable;
import org.assistcounter.fleet.lots.Held;
import org.assistcounter.fleet.lots.Lot;
import org.assistcounter.fleet.lots.Movement;
import org.assistcounter.fleet.lots.Place;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Repository;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Keeps movements in the table `lots_movement`, and what lies where in `lots_held`. */
@Repository
public class MovementStore {
    private final DatabaseClient database;

    MovementStore(DatabaseClient database) {
        this.database = database;
    }

    /** Takes goods away from where they are; false when there are not so many. */
    public Mono<Boolean> take(String tenant, Movement movement) {
        Place from = movement.way().from();
        var taking =
                from.kind() == Place.Kind.SUPPLIER
                        ? database.sql(
                                """
                                update lots_lot set at_supplier = at_supplier - :quantity
                                 where product_code = :product and lot_code = :code
                                   and at_supplier >= :quantity
                                """)
                        : database.sql(
                                        """
                                        update lots_held set quantity = quantity - :quantity
                                         where tenant_id = :tenant and product_code = :product
                                           and lot_code = :code and kind = :kind
                                           and place = :place and quantity >= :quantity
                                        """)
                                .bind("tenant", tenant)
                                .bind("kind", from.kind().word())
                                .bind("place", from.name());
        return taking.bind("product", movement.lot().product())
                .bind("code", movement.lot().code())
                .bind("quantity", movement.quantity())
                .fetch()
                .rowsUpdated()
                .map(taken -> taken == 1);
    }

    /** Puts them where they go, and writes that down. */
    public Mono<Void> put(String tenant, Movement movement) {
        Place to = movement.way().to();
        return database.sql(
                        """
                        insert into lots_held (tenant_id, product_code, lot_code, kind, place,
                               quantity)
                        values (:tenant, :product, :code, :kind, :place, :quantity)
                        on conflict (product_code, lot_code, tenant_id, kind, place)
                        do update set quantity = lots_held.quantity + excluded.quantity
                        """)
                .bind("tenant", tenant)
                .bind("product", movement.lot().product())
                .bind("code", movement.lot().code())
                .bind("kind", to.kind().word())
                .bind("place", to.name())
                .bind("quantity", movement.quantity())
                .then()
                .then(note(tenant, movement));
    }

    private Mono<Void> note(String tenant, Movement movement) {
        return database.sql(
                        """
                        insert into lots_movement (tenant_id, product_code, lot_code, from_kind,
                               from_place, to_kind, to_place, quantity, reason, done_by, done_at)
                        values (:tenant, :product, :code, :fromKind, :fromPlace, :toKind,
                                :toPlace, :quantity, :reason, :by, :at)
                        """)
                .bind("tenant", tenant)
                .bind("product", movement.lot().product())
                .bind("code", movement.lot().code())
                .bind("fromKind", movement.way().from().kind().word())
                .bind("fromPlace", movement.way().from().name())
                .bind("toKind", movement.way().to().kind().word())
                .bind("toPlace", movement.way().to().name())
                .bind("quantity", movement.quantity())
                .bind("reason", movement.reason())
                .bind("by", movement.done().login())
                .bind("at", movement.done().at())
                .then();
    }

    /** What of a lot an operator has where; for all when the tenant is empty. */
    public Flux<Held> held(Lot.Key lot, String tenant) {
        return database.sql(
                        """
                        select kind, place, sum(quantity)::bigint as quantity from lots_held
                         where product_code = :product and lot_code = :code and quantity > 0
                           and (:tenant = '' or tenant_id = :tenant)
                         group by kind, place
                        union all
                        select 'supplier', '', at_supplier from lots_lot
                         where product_code = :product and lot_code = :code and at_supplier > 0
                         order by 1, 2
                        """)
                .bind("product", lot.product())
                .bind("code", lot.code())
                .bind("tenant", tenant)
                .map(row ->
                        new Held(
                                new Place(Place.Kind.of(text(row, "kind")), text(row, "place")),
                                number(row, "quantity")))
                .all();
    }

    /** A lot's movements, the newest first; an operator's alone, or all when it is empty. */
    public Flux<Movement> of(Lot.Key lot, String tenant, int count) {
        return database.sql(
                        """
                        select product_code, lot_code, from_kind, from_place, to_kind, to_place,
                               quantity, reason, done_by, done_at
                          from lots_movement
                         where product_code = :product and lot_code = :code
                           and (:tenant = '' or tenant_id = :tenant)
                         order by movement_id desc limit :count
                        """)
                .bind("product", lot.product())
                .bind("code", lot.code())
                .bind("tenant", tenant)
                .bind("count", count)
                .map(MovementStore::movement)
                .all();
    }

    /**
     * The places of an organisation's newest movements, the last used first.
     *
     * @param looked at so many movements
     */
    public Flux<Place> places(String tenant, int looked, int count) {
        return database.sql(
                        """
                        with newest as (
                            select movement_id, from_kind, from_place, to_kind, to_place
                              from lots_movement where tenant_id = :tenant
                             order by movement_id desc limit :looked)
                        select kind, place
                          from (select movement_id, from_kind as kind, from_place as place
                                  from newest
                                union all
                                select movement_id, to_kind, to_place from newest) ends
                         where place <> ''
                         group by kind, place
                         order by max(movement_id) desc, kind, place limit :count
                        """)
                .bind("tenant", tenant)
                .bind("looked", looked)
                .bind("count", count)
                .map(row -> new Place(Place.Kind.of(text(row, "kind")), text(row, "place")))
                .all();
    }

    private static Movement movement(Readable row) {
        return new Movement(
                new Lot.Key(text(row, "product_code"), text(row, "lot_code")),
                new Movement.Way(
                        new Place(Place.Kind.of(text(row, "from_kind")), text(row, "from_place")),
                        new Place(Place.Kind.of(text(row, "to_kind")), text(row, "to_place"))),
                number(row, "quantity"),
                text(row, "reason"),
                new Movement.Done(text(row, "done_by"), moment(row, "done_at")));
    }
}
