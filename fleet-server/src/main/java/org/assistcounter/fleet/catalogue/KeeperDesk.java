package org.assistcounter.fleet.catalogue;

import org.assistcounter.fleet.catalogue.store.SupplierStore;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.Tenant;
import org.assistcounter.fleet.operators.TenantKind;
import org.assistcounter.fleet.operators.Tenants;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Hands a supplier's entry to another keeper: from the county's office to the supplier's own
 * organisation once it has people here, and back when it has none any more. Only the county says
 * whose entry it is.
 */
@Service
public class KeeperDesk {
    private final Spheres spheres;
    private final SupplierStore suppliers;
    private final Tenants tenants;
    private final Writing writing;

    KeeperDesk(Spheres spheres, SupplierStore suppliers, Tenants tenants, Writing writing) {
        this.spheres = spheres;
        this.suppliers = suppliers;
        this.tenants = tenants;
        this.writing = writing;
    }

    /**
     * Hands an entry over.
     *
     * @param version as it was on the page on which somebody decided
     * @param to an organisation of suppliers; empty for the county's office
     */
    public Mono<Outcome> handOver(Operator by, String supplier, long version, String to) {
        return spheres.of(by)
                .flatMap(insider ->
                        suppliers
                                .find(insider.sphere(), supplier)
                                .flatMap(found ->
                                        mayHandOver(insider, found)
                                                .flatMap(may ->
                                                        may
                                                                ? handOver(
                                                                        insider, found, version, to)
                                                                : Writing.refused("not-yours"))))
                .switchIfEmpty(Writing.refused("not-there"))
                .as(writing::transactional);
    }

    /** Its keeper may, and the county's office where the keeper's organisation is closed. */
    public Mono<Boolean> mayHandOver(Operator by, Supplier supplier) {
        return spheres.of(by).flatMap(insider -> mayHandOver(insider, supplier));
    }

    private Mono<Boolean> mayHandOver(Spheres.Insider insider, Supplier supplier) {
        return insider.keeps(supplier)
                ? Mono.just(true)
                : tenants.find(supplier.tenant())
                        .map(keeper ->
                                keeper.isClosed() && insider.isCountyOf(supplier.origin().county()))
                        .defaultIfEmpty(false);
    }

    private Mono<Outcome> handOver(
            Spheres.Insider insider, Supplier found, long version, String to) {
        if (found.tenant().equals(to)) {
            return Writing.refused("keeper-already");
        }
        if (!to.isEmpty() && !insider.isCountyOf(found.origin().county())) {
            return Writing.refused("keeper-by-county");
        }
        Operator by = insider.operator();
        return isKeeper(to)
                .flatMap(isKeeper ->
                        isKeeper
                                ? suppliers
                                        .handOver(
                                                found.id(), version, to, by.login(), writing.now())
                                        .flatMap(isDone ->
                                                isDone
                                                        ? done(by, found, to)
                                                        : Writing.refused("changed-meanwhile"))
                                : Writing.refused("keeper-unknown"));
    }

    private Mono<Boolean> isKeeper(String to) {
        return to.isEmpty()
                ? Mono.just(true)
                : tenants.find(to).map(KeeperDesk::isOfSuppliers).defaultIfEmpty(false);
    }

    private static boolean isOfSuppliers(Tenant tenant) {
        return tenant.kind() == TenantKind.SUPPLIER && !tenant.isClosed();
    }

    private Mono<Outcome> done(Operator by, Supplier found, String to) {
        return writing.done(
                by, "supplier-handed-over", found.id(), named(found.tenant()) + " > " + named(to));
    }

    private static String named(String keeper) {
        return keeper.isEmpty() ? "county" : keeper;
    }
}
