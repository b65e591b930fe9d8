package org.assistcounter.protocolmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assistcounter.counter.outbox.Outbox;
import org.assistcounter.counter.payment.PaymentNews;
import org.assistcounter.counter.payment.Stage;
import org.assistcounter.counter.sale.Effect;
import org.assistcounter.counter.sale.Input;
import org.assistcounter.counter.sale.OpenSale;
import org.assistcounter.counter.sale.Phase;
import org.assistcounter.devices.cashless.CashlessCommand;
import org.assistcounter.devices.cashless.CashlessEvent;
import org.assistcounter.protocol.ask.Answer;
import org.assistcounter.protocol.ask.Question;
import org.assistcounter.protocol.journal.CaseReason;
import org.assistcounter.protocol.journal.DispenseVerdict;
import org.assistcounter.protocol.journal.Fact;
import org.assistcounter.protocol.journal.PaymentOutcome;
import org.assistcounter.protocol.journal.PaymentWay;
import org.assistcounter.protocol.journal.RefundOutcome;
import org.assistcounter.protocol.journal.SaleOutcome;
import org.assistcounter.protocol.journal.Verdict;
import org.assistcounter.protocol.sync.SyncAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The models speak the code's words. What is renamed, added or dropped in the code fails here until
 * the models have it, or say that they leave it out.
 */
class VocabularyTest {

    static Stream<Map.Entry<String, Class<?>>> sets() {
        return Map.<String, Class<?>>ofEntries(
                Map.entry("SaleFacts", Fact.OfSale.class),
                Map.entry("Phases", Phase.class),
                Map.entry("Stages", Stage.class),
                Map.entry("Inputs", Input.class),
                Map.entry("Effects", Effect.class),
                Map.entry("Progresses", OpenSale.Progress.class),
                Map.entry("Questions", Question.class),
                Map.entry("AnswerStates", Answer.State.class),
                Map.entry("PaymentWays", PaymentWay.class),
                Map.entry("PaymentOutcomes", PaymentOutcome.class),
                Map.entry("DispenseVerdicts", DispenseVerdict.class),
                Map.entry("RefundOutcomes", RefundOutcome.class),
                Map.entry("CaseReasons", CaseReason.class),
                Map.entry("SaleOutcomes", SaleOutcome.class),
                Map.entry("Verdicts", Verdict.class),
                Map.entry("SyncAnswers", SyncAnswer.class),
                Map.entry("Sendings", Outbox.Sending.class))
                .entrySet()
                .stream();
    }

    @ParameterizedTest
    @MethodSource("sets")
    void aSetOfTheModelHasTheWordsOfItsType(Map.Entry<String, Class<?>> set) throws IOException {
        Set<String> known = new TreeSet<>(Modules.words("Words", set.getKey()));
        if (Modules.text("Words").contains(set.getKey() + "LeftOut ==")) {
            known.addAll(Modules.words("Words", set.getKey() + "LeftOut"));
        }

        assertThat(known).isEqualTo(words(set.getValue()));
    }

    @Test
    void theReaderIsCommandedInItsOwnWords() throws IOException {
        Set<String> commands = words(CashlessCommand.class);
        commands.removeAll(words(CashlessCommand.Aside.class));

        assertThat(Modules.words("Words", "ReaderCommands")).isEqualTo(commands);
        assertThat(words(CashlessEvent.class))
                .contains(
                        "SessionBegan", "VendApproved", "VendDenied", "SessionEnded", "ReaderLost");
    }

    @Test
    void whateverCanBeHeardInAPhaseIsAnAction() throws IOException {
        Set<String> news = words(PaymentNews.class);
        news.remove("Nothing");

        assertThat(Modules.actions(Model.SALE))
                .containsAll(named("Paying", news))
                .containsAll(named("Dispensing", words(DispenseVerdict.class)))
                .containsAll(named("Returning", words(CashlessEvent.Settlement.class)))
                .containsAll(named("Recovering", words(CashlessEvent.Settlement.class)))
                .containsAll(named("Start", words(OpenSale.Progress.class)))
                .containsAll(Modules.words("Words", "Effects"))
                .contains("HeardNothing");
    }

    @Test
    void anActionOfTheCounterIsNamedByItsPhaseAndWhatIsHeard() throws IOException {
        Set<String> heard = words(Input.class);
        heard.addAll(words(PaymentNews.class));
        for (Class<?> type :
                List.of(
                        DispenseVerdict.class,
                        CashlessEvent.Settlement.class,
                        OpenSale.Progress.class)) {
            heard.addAll(named("", words(type)));
        }
        heard.add("WithoutSale");
        Set<String> known = new TreeSet<>();
        words(Phase.class).forEach(phase -> known.addAll(named(phase, heard)));
        known.addAll(named("Start", heard));

        assertThat(known).containsAll(definedIn("Sale", Modules.actions(Model.SALE)));
    }

    @Test
    void theSyncIsMadeOfTheOutboxTheVerdictsAndTheAnswers() throws IOException {
        Set<String> actions = Modules.actions(Model.SYNC);
        Set<String> steps =
                Arrays.stream(Outbox.class.getDeclaredMethods())
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .filter(VocabularyTest::isStep)
                        .map(Method::getName)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(startingWith("Outbox", actions)).isEqualTo(named("Outbox", steps));
        assertThat(startingWith("Verdict", actions))
                .isEqualTo(named("Verdict", Modules.words("Words", "Verdicts")));
        Set<String> answers = words(SyncAnswer.class);
        answers.add("Refused");
        assertThat(startingWith("Hello", actions)).isEqualTo(named("Hello", answers));
    }

    private static boolean isStep(Method method) {
        return method.getReturnType() == List.class || method.getReturnType() == void.class;
    }

    /** The constants of an enum, or the records that a sealed type permits, by name. */
    private static Set<String> words(Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Set<String> words = new TreeSet<>();
        Class<?>[] permitted = type.getPermittedSubclasses();
        if (permitted == null) {
            words.add(type.getSimpleName());
        } else {
            Arrays.stream(permitted).forEach(each -> words.addAll(words(each)));
        }
        return words;
    }

    private static Set<String> named(String before, Set<String> words) {
        return words.stream()
                .map(word -> before + camel(word))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Of {@code NOT_DELIVERED} or {@code notDelivered}: {@code NotDelivered}. */
    private static String camel(String word) {
        boolean isConstant = word.equals(word.toUpperCase(Locale.ROOT));
        return Arrays.stream(word.split("_", -1))
                .map(part ->
                        part.substring(0, 1).toUpperCase(Locale.ROOT)
                                + (isConstant
                                        ? part.substring(1).toLowerCase(Locale.ROOT)
                                        : part.substring(1)))
                .collect(Collectors.joining());
    }

    private static Set<String> startingWith(String before, Set<String> actions) {
        return actions.stream()
                .filter(action -> action.startsWith(before))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> definedIn(String module, Set<String> actions) throws IOException {
        String text = Modules.text(module);
        return actions.stream()
                .filter(action -> text.contains("\n" + action + " =="))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
