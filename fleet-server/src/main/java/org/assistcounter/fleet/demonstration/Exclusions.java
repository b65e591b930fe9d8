package org.assistcounter.fleet.demonstration;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assistcounter.fleet.catalogue.Exclusion;
import org.assistcounter.fleet.catalogue.RegisteredProduct;
import org.assistcounter.fleet.catalogue.Step;
import org.assistcounter.fleet.catalogue.Supplier;

/** Makes up three that were kept out: one still is, one appeals, one was let in again. Pure. */
final class Exclusions {
    private static final LocalTime MORNING = LocalTime.of(9, 40);
    private static final int COUNT = 3;

    /** These are in no catalogue, so no counter goes on selling what is kept out. */
    private static final String SECOND_PACKET = "-2";

    private Exclusions() {}

    static List<Exclusion> of(ProvinceSample sample, List<String> applied) {
        Map<String, Supplier> suppliers = sample.suppliersById();
        List<Exclusion.Subject> subjects =
                sample.products().stream()
                        .filter(product -> !applied.contains(product.code()))
                        .filter(product -> product.code().endsWith(SECOND_PACKET))
                        .filter(product -> product.recognised().isOn(sample.day()))
                        .map(product ->
                                subject(
                                        product,
                                        Objects.requireNonNull(suppliers.get(product.supplier()))))
                        .filter(subject -> isKeptByCounty(suppliers, subject))
                        .sorted(Comparator.comparingInt(Exclusions::turn))
                        .limit(COUNT)
                        .toList();
        LocalDate day = sample.day();
        return List.of(
                on(subjects.get(0), day),
                appealed(subjects.get(1), day),
                lifted(subjects.get(2), day));
    }

    private static Exclusion on(Exclusion.Subject subject, LocalDate day) {
        var found = said("抽检一批水分超标，整改后再申请解除", county(subject, day.minusDays(9)));
        return new Exclusion(
                0, subject, new Exclusion.Why(Exclusion.Grounds.QUALITY, found), null, null);
    }

    private static Exclusion appealed(Exclusion.Subject subject, LocalDate day) {
        var found = said("到点检查时售价高于备案价两次", county(subject, day.minusDays(20)));
        var appeal = said("价签写错，已当天改正并退回差价，请复查", clerk(subject, day.minusDays(3)));
        return new Exclusion(
                0, subject, new Exclusion.Why(Exclusion.Grounds.PRICE, found), appeal, null);
    }

    private static Exclusion lifted(Exclusion.Subject subject, LocalDate day) {
        var found = said("产地证明与收购记录对不上", county(subject, day.minusDays(70)));
        var appeal = said("补交了收购台账和村委会说明", clerk(subject, day.minusDays(52)));
        String province = subject.kept().county().substring(0, 2) + "0000";
        var answer =
                new Exclusion.Answer(
                        true, said("台账核对一致，予以解除", by("office-", province, day.minusDays(45))));
        return new Exclusion(
                0, subject, new Exclusion.Why(Exclusion.Grounds.ORIGIN, found), appeal, answer);
    }

    private static Exclusion.Subject subject(RegisteredProduct product, Supplier supplier) {
        return new Exclusion.Subject(
                supplier.id(),
                product.code(),
                new Exclusion.Kept(supplier.tenant(), supplier.origin().county()));
    }

    private static boolean isKeptByCounty(
            Map<String, Supplier> suppliers, Exclusion.Subject subject) {
        return Objects.requireNonNull(suppliers.get(subject.supplier())).tenant().isEmpty();
    }

    private static int turn(Exclusion.Subject subject) {
        return new Draw(subject.product()).between("exclusion", 0, 1_000_000);
    }

    private static Exclusion.Said said(String words, Step.By by) {
        return new Exclusion.Said(words, by);
    }

    private static Step.By county(Exclusion.Subject subject, LocalDate day) {
        return by("office-", subject.kept().county(), day);
    }

    private static Step.By clerk(Exclusion.Subject subject, LocalDate day) {
        return by("clerk-", subject.kept().county(), day);
    }

    private static Step.By by(String who, String office, LocalDate day) {
        return new Step.By(who + office, office, Course.moment(day, MORNING));
    }
}
