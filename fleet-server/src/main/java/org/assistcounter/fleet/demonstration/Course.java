package org.assistcounter.fleet.demonstration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.assistcounter.fleet.catalogue.Application;
import org.assistcounter.fleet.catalogue.RegistryFill;
import org.assistcounter.fleet.catalogue.Stage;
import org.assistcounter.fleet.catalogue.Step;
import org.assistcounter.fleet.settings.BusinessZone;
import org.jspecify.annotations.Nullable;

/**
 * Makes up what was done with an application until it came to where it is.
 *
 * @param place the county whose office checks first
 * @param applicant the login of who applied
 */
record Course(Place place, Application.Subject subject, String applicant) {
    private static final List<Stage> WAY =
            List.of(Stage.COUNTY, Stage.CITY, Stage.PROVINCE, Stage.PUBLICITY, Stage.RECOGNISED);
    private static final List<String> REASONS =
            List.of("检验报告已过一年，请补新的报告", "产地证明缺村委会盖章，请补盖", "包装净含量与申请不一致，请核对");
    private static final LocalTime OPENING = LocalTime.of(8, 30);
    private static final LocalTime MIDNIGHT = LocalTime.of(0, 1);
    private static final int OFFICE_MINUTES = 540;

    /** One that a stage got on a day. */
    RegistryFill.Filed at(Stage stage, LocalDate since, boolean isRenewal) {
        return filed(WAY.subList(0, WAY.indexOf(stage) + 1), since, isRenewal);
    }

    /** One that an office has sent back on a day. */
    RegistryFill.Filed returned(Stage by, LocalDate since, boolean isRenewal) {
        List<Stage> way = new ArrayList<>(WAY.subList(0, WAY.indexOf(by) + 1));
        way.add(Stage.RETURNED);
        return filed(way, since, isRenewal);
    }

    private RegistryFill.Filed filed(List<Stage> way, LocalDate since, boolean isRenewal) {
        Draw draw = new Draw(subject.product() + "/" + way.size() + since);
        List<Step> steps = new ArrayList<>();
        LocalDate day = since;
        for (int at = way.size() - 1; at >= 0; at--) {
            steps.addFirst(step(draw, way, at, day));
            day = day.minusDays(pause(draw, way.get(at), at));
        }
        Stage last = way.getLast();
        @Nullable Stage before = last == Stage.RETURNED ? way.get(way.size() - 2) : null;
        var application =
                new Application(
                        0,
                        subject,
                        isRenewal,
                        new Application.Where(last, before),
                        since.plusDays(last.days()),
                        Set.of(applicant),
                        steps.size());
        return new RegistryFill.Filed(application, steps);
    }

    private Step step(Draw draw, List<Stage> way, int at, LocalDate day) {
        Stage stage = way.get(at);
        Instant moment =
                moment(day, OPENING.plusMinutes(draw.between("m" + at, 0, OFFICE_MINUTES)));
        if (at == 0) {
            return new Step(1, "apply", "", stage, new Step.By(applicant, "", moment));
        }
        String office = office(way.get(at - 1));
        var by = new Step.By("office-" + office, office, moment);
        return switch (stage) {
            case RECOGNISED ->
                    new Step(
                            at + 1,
                            "elapse",
                            "",
                            stage,
                            new Step.By("rule", "", moment(day, MIDNIGHT)));
            case RETURNED ->
                    new Step(
                            at + 1,
                            "return",
                            REASONS.get(draw.between("reason", 0, REASONS.size() - 1)),
                            stage,
                            by);
            case COUNTY, CITY, PROVINCE, PUBLICITY, REJECTED, LAPSED, WITHDRAWN ->
                    new Step(at + 1, "pass", "", stage, by);
        };
    }

    /** The days of publicity have to be over; offices take a few days each. */
    private static int pause(Draw draw, Stage stage, int at) {
        return stage == Stage.RECOGNISED
                ? Stage.PUBLICITY.days() + 1
                : draw.between("pause" + at, 2, 6);
    }

    private String office(Stage stage) {
        return switch (stage) {
            case COUNTY -> place.code();
            case CITY -> place.city();
            case PROVINCE, PUBLICITY, RETURNED, RECOGNISED, REJECTED, LAPSED, WITHDRAWN ->
                    place.province();
        };
    }

    static Instant moment(LocalDate day, LocalTime time) {
        return day.atTime(time).atZone(BusinessZone.HOME).toInstant();
    }
}
