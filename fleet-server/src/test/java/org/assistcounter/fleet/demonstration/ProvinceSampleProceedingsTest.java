package org.assistcounter.fleet.demonstration;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.assistcounter.fleet.catalogue.Exclusion;
import org.assistcounter.fleet.catalogue.PaperKind;
import org.assistcounter.fleet.catalogue.RegistryFill;
import org.assistcounter.fleet.catalogue.Stage;
import org.assistcounter.fleet.catalogue.Step;
import org.assistcounter.fleet.settings.BusinessZone;
import org.junit.jupiter.api.Test;

/** What was done with the products of the sample. */
class ProvinceSampleProceedingsTest {
    private static final LocalDate DAY = ProvinceSampleTest.DAY;
    private static final int DAYS_LOOKED_AT = 400;

    private final RegistryFill fill = fill(DAY);
    private final List<RegistryFill.Filed> open =
            fill.applications().stream()
                    .filter(each -> each.application().stage().isOpen())
                    .toList();

    private static RegistryFill fill(LocalDate day) {
        return new Proceedings(ProvinceSampleTest.sample(day)).fill();
    }

    @Test
    void hasFortyApplicationsOnTheirWayAtEveryStage() {
        Map<Stage, Long> stages =
                open.stream()
                        .collect(
                                Collectors.groupingBy(
                                        each -> each.application().stage(), Collectors.counting()));

        assertThat(stages)
                .isEqualTo(
                        Map.of(
                                Stage.COUNTY, 10L,
                                Stage.CITY, 8L,
                                Stage.PROVINCE, 8L,
                                Stage.PUBLICITY, 8L,
                                Stage.RETURNED, 6L));
        assertThat(open)
                .extracting(each -> each.application().subject().product())
                .doesNotHaveDuplicates();
        assertThat(open.stream().filter(each -> each.application().isLate(DAY))).hasSize(7);
    }

    @Test
    void letsTheVisitorDecideAtTheProvinceAndMendWhatCameBack() {
        assertThat(at(Stage.PROVINCE)).doesNotContain("demonstration");
        assertThat(at(Stage.RETURNED)).contains("demonstration");
    }

    @Test
    void leavesNothingForTheClockToEndAtOnceAndAllThatWaitsWithItsPapers() {
        for (RegistryFill.Filed each : open) {
            Stage stage = each.application().stage();
            if (!stage.isCheck()) {
                assertThat(each.application().due()).isAfterOrEqualTo(DAY);
            }
            assertThat(papers(each.application().subject().product()))
                    .contains(PaperKind.LICENCE, PaperKind.ORIGIN, PaperKind.INSPECTION);
        }
    }

    @Test
    void tellsStepsInOrderAndNoneOfTomorrowOnAnyDay() {
        for (int days = 0; days < DAYS_LOOKED_AT; days += 9) {
            LocalDate day = DAY.plusDays(days);
            Instant midnight = day.plusDays(1).atStartOfDay(BusinessZone.HOME).toInstant();
            for (RegistryFill.Filed each : fill(day).applications()) {
                List<Instant> moments = each.steps().stream().map(step -> step.by().at()).toList();
                assertThat(moments).isSorted().doesNotHaveDuplicates();
                assertThat(moments.getLast()).isBefore(midnight);
                assertThat(each.application().version()).isEqualTo(each.steps().size());
                assertThat(each.steps().getLast().stage()).isEqualTo(each.application().stage());
            }
        }
    }

    @Test
    void beginsEveryTermWithARecognition() {
        long terms =
                fill.products().stream().filter(each -> each.recognised().term() != null).count();

        assertThat(
                        fill.applications().stream()
                                .filter(each -> each.application().stage() == Stage.RECOGNISED)
                                .filter(each -> !each.application().isRenewal()))
                .hasSize(Math.toIntExact(terms));
    }

    @Test
    void letsNobodyPassTheirOwn() {
        for (RegistryFill.Filed each : fill.applications()) {
            assertThat(each.steps().stream().skip(1).map(Step::by).map(Step.By::login))
                    .doesNotContain(each.steps().getFirst().by().login());
        }
    }

    @Test
    void keepsThreeOutOfWhomOneAppealsAndOneWasLetIn() {
        assertThat(fill.exclusions()).hasSize(3);
        assertThat(fill.exclusions().stream().filter(Exclusion::isOn)).hasSize(2);
        assertThat(fill.exclusions().stream().filter(Exclusion::isAppealed)).hasSize(1);
        assertThat(fill.exclusions())
                .extracting(each -> each.subject().supplier())
                .doesNotHaveDuplicates();
    }

    @Test
    void writesPapersThatAreWhatTheySay() {
        String paper =
                new String(fill.papers().getFirst().content().bytes(), StandardCharsets.US_ASCII);
        String table = paper.substring(paper.indexOf("startxref") + 10, paper.indexOf("%%EOF"));

        assertThat(paper).startsWith("%PDF-1.4\n").contains("EXAMPLE").endsWith("%%EOF\n");
        assertThat(paper.substring(Integer.parseInt(table.strip()))).startsWith("xref\n0 6\n");
        assertThat(fill.papers()).hasSizeGreaterThan(1_500);
    }

    private Set<String> at(Stage stage) {
        return open.stream()
                .filter(each -> each.application().stage() == stage)
                .map(each -> each.steps().getFirst().by().login())
                .collect(Collectors.toSet());
    }

    private Set<PaperKind> papers(String product) {
        return fill.papers().stream()
                .filter(paper -> paper.product().equals(product))
                .map(RegistryFill.FiledPaper::kind)
                .collect(Collectors.toSet());
    }
}
