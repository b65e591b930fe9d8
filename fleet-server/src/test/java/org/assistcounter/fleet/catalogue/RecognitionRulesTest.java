package org.assistcounter.fleet.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.assistcounter.fleet.catalogue.RecognitionRules.Ruled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How an application goes from the county to the public, and who may move it. */
class RecognitionRulesTest {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);
    private static final String COUNTY = "611026";
    private static final Actor AT_COUNTY = new Actor.Office("county", COUNTY);
    private static final Actor AT_CITY = new Actor.Office("city", "611000");
    private static final Actor AT_PROVINCE = new Actor.Office("province", "610000");
    private static final Actor APPLICANT = new Actor.Applicant("grower");
    private static final Actor CLOCK = new Actor.Clock();
    private static final List<Actor> ACTORS =
            List.of(AT_COUNTY, AT_CITY, AT_PROVINCE, APPLICANT, CLOCK);
    private static final String WHY = "the report is of last year";

    @Test
    void goesFromTheCountyToTheCityToTheProvinceToThePublic() {
        Application at = at(Stage.COUNTY);
        at = moved(at, new Deed.Pass(), AT_COUNTY);
        assertThat(at.stage()).isEqualTo(Stage.CITY);
        at = moved(at, new Deed.Pass(), AT_CITY);
        assertThat(at.stage()).isEqualTo(Stage.PROVINCE);
        at = moved(at, new Deed.Pass(), AT_PROVINCE);
        assertThat(at.stage()).isEqualTo(Stage.PUBLICITY);
        assertThat(at.due()).isEqualTo(DAY.plusDays(7));

        assertThat(rule(at, new Deed.Elapse(), CLOCK, DAY.plusDays(7))).isEqualTo("not-due");
        assertThat(RecognitionRules.rule(at, new Deed.Elapse(), CLOCK, DAY.plusDays(8), true))
                .isInstanceOfSatisfying(
                        Ruled.Moved.class,
                        moved -> assertThat(moved.where().stage()).isEqualTo(Stage.RECOGNISED));
    }

    @Test
    void leavesEachStepToItsOwnOffice() {
        assertThat(rule(at(Stage.COUNTY), new Deed.Pass(), AT_CITY, DAY))
                .isEqualTo("not-your-stage");
        assertThat(rule(at(Stage.CITY), new Deed.Pass(), AT_COUNTY, DAY))
                .isEqualTo("not-your-stage");
        assertThat(rule(at(Stage.PROVINCE), new Deed.Reject(WHY), AT_CITY, DAY))
                .isEqualTo("not-your-stage");
        assertThat(rule(at(Stage.COUNTY), new Deed.Pass(), APPLICANT, DAY))
                .isEqualTo("not-your-stage");
        assertThat(rule(at(Stage.COUNTY), new Deed.Pass(), new Actor.Onlooker("other"), DAY))
                .isEqualTo("not-yours");
    }

    @Test
    void letsTheOfficeAboveActForOneThatLetsTheTimeGoBy() {
        Application late = at(Stage.COUNTY);
        LocalDate after = late.due().plusDays(1);

        assertThat(rule(late, new Deed.Pass(), AT_CITY, late.due())).isEqualTo("not-your-stage");
        assertThat(rule(late, new Deed.Pass(), AT_CITY, after)).isEmpty();
        assertThat(rule(late, new Deed.Return(WHY), AT_PROVINCE, after)).isEmpty();
        assertThat(rule(at(Stage.CITY), new Deed.Pass(), AT_COUNTY, after))
                .isEqualTo("not-your-stage");
    }

    @ParameterizedTest
    @ValueSource(strings = {"611025", "611100", "620000"})
    void givesNoOfficeWhatLiesElsewhere(String division) {
        var elsewhere = new Actor.Office("else", division);
        for (Stage stage : List.of(Stage.COUNTY, Stage.CITY, Stage.PROVINCE, Stage.PUBLICITY)) {
            assertThat(rule(at(stage), new Deed.Pass(), elsewhere, DAY.plusYears(1)))
                    .isEqualTo("not-your-county");
            assertThat(rule(at(stage), new Deed.Objection(WHY), elsewhere, DAY))
                    .isEqualTo("not-your-county");
        }
    }

    /** A county's office may apply for a household group; another of its people then checks it. */
    @Test
    void letsNobodyCheckTheirOwnApplication() {
        var self = new Actor.Office("grower", COUNTY);

        assertThat(rule(at(Stage.COUNTY), new Deed.Pass(), self, DAY)).isEqualTo("own-application");
        var mender = new Actor.Office("mender", COUNTY);
        assertThat(rule(at(Stage.COUNTY), new Deed.Pass(), mender, DAY))
                .isEqualTo("own-application");
    }

    /** In a municipality, and where a province keeps a county itself. */
    @Test
    void goesFromTheCountyToTheProvinceWhereThereIsNoCity() {
        assertThat(RecognitionRules.rule(at(Stage.COUNTY), new Deed.Pass(), AT_COUNTY, DAY, false))
                .isInstanceOfSatisfying(
                        Ruled.Moved.class,
                        moved -> assertThat(moved.where().stage()).isEqualTo(Stage.PROVINCE));
    }

    @Test
    void goesBackToWhereItWasReturnedFrom() {
        Application returned = moved(at(Stage.CITY), new Deed.Return(WHY), AT_CITY);
        assertThat(returned.stage()).isEqualTo(Stage.RETURNED);
        assertThat(rule(returned, new Deed.Pass(), AT_CITY, DAY)).isEqualTo("not-your-stage");

        assertThat(moved(returned, new Deed.Mended("a new report"), APPLICANT).stage())
                .isEqualTo(Stage.CITY);
        assertThat(rule(returned, new Deed.Elapse(), CLOCK, returned.due())).isEqualTo("not-due");
        assertThat(
                        RecognitionRules.rule(
                                returned,
                                new Deed.Elapse(),
                                CLOCK,
                                returned.due().plusDays(1),
                                true))
                .isInstanceOfSatisfying(
                        Ruled.Moved.class,
                        moved -> assertThat(moved.where().stage()).isEqualTo(Stage.LAPSED));
    }

    @Test
    void looksAgainAtTheProvinceAfterAnObjection() {
        Application published = at(Stage.PUBLICITY);

        assertThat(moved(published, new Deed.Objection(WHY), AT_COUNTY).stage())
                .isEqualTo(Stage.PROVINCE);
        assertThat(rule(at(Stage.CITY), new Deed.Objection(WHY), AT_COUNTY, DAY))
                .isEqualTo("not-published");
        assertThat(rule(published, new Deed.Pass(), AT_PROVINCE, DAY)).isEqualTo("not-your-stage");
    }

    @Test
    void asksWhy() {
        for (Deed deed : List.of(new Deed.Return(" x "), new Deed.Reject(""))) {
            assertThat(rule(at(Stage.COUNTY), deed, AT_COUNTY, DAY)).isEqualTo("reason");
        }
        assertThat(rule(at(Stage.COUNTY), new Deed.Return("x".repeat(501)), AT_COUNTY, DAY))
                .isEqualTo("reason");
    }

    @ParameterizedTest
    @EnumSource(
            value = Stage.class,
            names = {"RECOGNISED", "REJECTED", "LAPSED", "WITHDRAWN"})
    void movesNothingThatHasEnded(Stage ended) {
        for (Actor actor : ACTORS) {
            for (Deed deed : deeds()) {
                assertThat(rule(at(ended), deed, actor, DAY.plusYears(9))).isEqualTo("ended");
            }
        }
    }

    /** Whatever is tried by whomever, in any order: no way around a check leads to the public. */
    @Test
    void isRecognisedByNoWayThatLeavesOutACheck() {
        for (long seed = 1; seed <= 2_000; seed++) {
            Random random = new Random(seed);
            Application at = at(Stage.COUNTY);
            LocalDate today = DAY;
            List<String> passed = new ArrayList<>();
            for (int step = 0; step < 60 && at.stage().isOpen(); step++) {
                today = today.plusDays(random.nextInt(12));
                Actor actor = any(random, ACTORS);
                Deed deed = any(random, deeds());
                if (RecognitionRules.rule(at, deed, actor, today, true)
                        instanceof Ruled.Moved moved) {
                    passed.add(at.stage() + " " + actor.login());
                    assertChecked(seed, at, moved, passed, today);
                    at = after(at, moved);
                }
            }
        }
    }

    private static void assertChecked(
            long seed, Application at, Ruled.Moved moved, List<String> passed, LocalDate today) {
        if (moved.where().stage() == Stage.PUBLICITY) {
            assertThat(passed.getLast()).as("seed %d", seed).isEqualTo("PROVINCE province");
        }
        if (moved.where().stage() == Stage.RECOGNISED) {
            assertThat(at.stage()).as("seed %d", seed).isEqualTo(Stage.PUBLICITY);
            assertThat(today).as("seed %d", seed).isAfter(at.due());
            assertThat(passed).as("seed %d", seed).anyMatch(step -> step.startsWith("COUNTY "));
            assertThat(passed).as("seed %d", seed).anyMatch(step -> step.startsWith("CITY "));
        }
    }

    @Test
    void renewsFromTheOldEndOn() {
        var old = new RegisteredProduct.Term(DAY.minusDays(300), DAY.plusDays(64));

        assertThat(RecognitionRules.recognised(old, DAY))
                .isEqualTo(new RegisteredProduct.Term(old.since(), old.until().plusYears(1)));
        assertThat(RecognitionRules.recognised(null, DAY))
                .isEqualTo(new RegisteredProduct.Term(DAY, LocalDate.of(2027, 11, 30)));
        var ended = new RegisteredProduct.Term(DAY.minusDays(400), DAY.minusDays(1));
        assertThat(RecognitionRules.recognised(ended, DAY).since()).isEqualTo(DAY);
    }

    @Test
    void isRenewedNoEarlierThanNinetyDaysBeforeItsEnd() {
        var since = DAY.minusDays(200);
        assertThat(
                        RecognitionRules.wrongToApply(
                                new RegisteredProduct.Term(since, DAY.plusDays(91)), DAY))
                .isEqualTo("too-early");
        assertThat(
                        RecognitionRules.wrongToApply(
                                new RegisteredProduct.Term(since, DAY.plusDays(90)), DAY))
                .isEmpty();
        assertThat(RecognitionRules.wrongToApply(null, DAY)).isEmpty();
    }

    private static List<Deed> deeds() {
        return List.of(
                new Deed.Pass(),
                new Deed.Return(WHY),
                new Deed.Reject(WHY),
                new Deed.Objection(WHY),
                new Deed.Mended(WHY),
                new Deed.Withdraw(),
                new Deed.Elapse());
    }

    private static <T> T any(Random random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private static Application at(Stage stage) {
        return new Application(
                1,
                new Application.Subject("apple", "growers", COUNTY),
                false,
                new Application.Where(stage, null),
                DAY.plusDays(stage.days()),
                Set.of("grower", "mender"),
                1);
    }

    private static Application moved(Application at, Deed deed, Actor actor) {
        return RecognitionRules.rule(at, deed, actor, DAY, true) instanceof Ruled.Moved moved
                ? after(at, moved)
                : at(Stage.WITHDRAWN);
    }

    private static Application after(Application at, Ruled.Moved moved) {
        return new Application(
                at.id(),
                at.subject(),
                false,
                moved.where(),
                moved.due(),
                at.speakers(),
                at.version() + 1);
    }

    /** The word of a refusal; empty when it is none. */
    private static String rule(Application at, Deed deed, Actor actor, LocalDate today) {
        return RecognitionRules.rule(at, deed, actor, today, true)
                        instanceof Ruled.Refused(String word)
                ? word
                : "";
    }
}
