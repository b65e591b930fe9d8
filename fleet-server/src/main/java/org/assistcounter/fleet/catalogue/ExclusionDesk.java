package org.assistcounter.fleet.catalogue;

import org.assistcounter.fleet.catalogue.store.ExclusionStore;
import org.assistcounter.fleet.catalogue.store.ProductStore;
import org.assistcounter.fleet.catalogue.store.SupplierStore;
import org.assistcounter.fleet.divisions.Divisions;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Keeps suppliers and products out. One person of any office above them does that at once; to let
 * them in again takes the province and another person.
 */
@Service
public class ExclusionDesk {
    private final Spheres spheres;
    private final SupplierStore suppliers;
    private final ProductStore products;
    private final ExclusionStore exclusions;
    private final Writing writing;

    ExclusionDesk(
            Spheres spheres,
            SupplierStore suppliers,
            ProductStore products,
            ExclusionStore exclusions,
            Writing writing) {
        this.spheres = spheres;
        this.suppliers = suppliers;
        this.products = products;
        this.exclusions = exclusions;
        this.writing = writing;
    }

    /** Keeps a supplier out, or one product of it when a code is given. */
    public Mono<Outcome> exclude(
            Operator by, String supplier, String product, Exclusion.Grounds grounds, String why) {
        return spheres.of(by)
                .flatMap(insider ->
                        suppliers
                                .find(insider.sphere(), supplier)
                                .filterWhen(found -> isOf(insider, supplier, product))
                                .flatMap(found ->
                                        exclude(
                                                insider,
                                                new Exclusion.Subject(
                                                        supplier,
                                                        product,
                                                        new Exclusion.Kept(
                                                                found.tenant(),
                                                                found.origin().county())),
                                                grounds,
                                                why)))
                .switchIfEmpty(Writing.refused("not-there"))
                .as(writing::transactional);
    }

    private Mono<Boolean> isOf(Spheres.Insider insider, String supplier, String product) {
        return product.isEmpty()
                ? Mono.just(true)
                : products.find(insider.sphere(), product)
                        .map(found -> found.supplier().equals(supplier))
                        .defaultIfEmpty(false);
    }

    private Mono<Outcome> exclude(
            Spheres.Insider insider,
            Exclusion.Subject subject,
            Exclusion.Grounds grounds,
            String why) {
        if (!insider.isOffice() || !Divisions.covers(insider.division(), subject.kept().county())) {
            return Writing.refused("not-your-county");
        }
        if (!isReason(why)) {
            return Writing.refused("reason");
        }
        var because = new Exclusion.Why(grounds, said(insider, why));
        return exclusions
                .add(subject, because)
                .flatMap(id ->
                        writing.done(
                                insider.operator(),
                                "excluded",
                                subject.product().isEmpty()
                                        ? subject.supplier()
                                        : subject.product(),
                                "exclusion " + id + ", " + grounds.word()))
                .switchIfEmpty(Writing.refused("excluded-already"));
    }

    /** What a supplier says against it, or its county's office for it. */
    public Mono<Outcome> appeal(Operator by, long id, String why) {
        return spheres.of(by)
                .flatMap(insider ->
                        exclusions
                                .find(insider.sphere(), id)
                                .flatMap(found -> appeal(insider, found, why)))
                .switchIfEmpty(Writing.refused("not-there"))
                .as(writing::transactional);
    }

    private Mono<Outcome> appeal(Spheres.Insider insider, Exclusion found, String why) {
        var kept = found.subject().kept();
        if (!insider.keeps(kept.tenant(), kept.county())) {
            return Writing.refused("not-yours");
        }
        if (isOwn(insider, found)) {
            return Writing.refused("own-exclusion");
        }
        return isReason(why)
                ? exclusions
                        .appeal(found.id(), said(insider, why))
                        .flatMap(isNoted ->
                                isNoted
                                        ? done(insider, "appealed", found, why)
                                        : Writing.refused("appealed-already"))
                : Writing.refused("reason");
    }

    /** Lets them in again, or says why an appeal does not. */
    public Mono<Outcome> answer(Operator by, long id, boolean isLifted, String why) {
        return spheres.of(by)
                .flatMap(insider ->
                        exclusions
                                .find(insider.sphere(), id)
                                .flatMap(found -> answer(insider, found, isLifted, why)))
                .switchIfEmpty(Writing.refused("not-there"))
                .as(writing::transactional);
    }

    private Mono<Outcome> answer(
            Spheres.Insider insider, Exclusion found, boolean isLifted, String why) {
        if (!insider.isProvinceOf(found.subject().kept().county())) {
            return Writing.refused("province-only");
        }
        if (isOwn(insider, found)) {
            return Writing.refused("own-exclusion");
        }
        if (!isReason(why)) {
            return Writing.refused("reason");
        }
        return exclusions
                .answer(found.id(), new Exclusion.Answer(isLifted, said(insider, why)))
                .flatMap(isEnded ->
                        isEnded
                                ? done(
                                        insider,
                                        isLifted ? "exclusion-lifted" : "appeal-refused",
                                        found,
                                        why)
                                : Writing.refused("answered-already"));
    }

    private static boolean isOwn(Spheres.Insider insider, Exclusion found) {
        return found.why().found().by().login().equals(insider.operator().login());
    }

    /** With what was said: a later answer takes the place of an earlier one in the entry. */
    private Mono<Outcome> done(
            Spheres.Insider insider, String action, Exclusion found, String why) {
        return writing.done(
                insider.operator(),
                action,
                found.subject().supplier(),
                "exclusion " + found.id() + ": " + why.strip());
    }

    private Exclusion.Said said(Spheres.Insider insider, String words) {
        return new Exclusion.Said(
                words.strip(),
                new Step.By(insider.operator().login(), insider.division(), writing.now()));
    }

    private static boolean isReason(String why) {
        int length = why.strip().length();
        return length >= RecognitionRules.REASON_MIN && length <= RecognitionRules.REASON_MAX;
    }
}
