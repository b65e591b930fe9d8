package org.assistcounter.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Every Markdown file of this repository. */
class DocumentsTest {
    private static final int README_LINES = 120;
    private static final int DECISION_LINES = 30;

    @Test
    void findsTheDocuments() {
        assertThat(Ours.DOCUMENTS)
                .extracting(Document::path)
                .contains("README.md", "fleet-server/DESIGN.md", "shared-protocol/JOURNAL.md")
                .noneMatch(path -> path.contains("/target/"));
    }

    @Test
    void eachHasOneTitleAndItIsTheFirstLine() {
        expectNone(DocumentCheck::title);
    }

    @Test
    void everyLinkLeadsToAFileAndAHeading() {
        expectNone(document -> DocumentCheck.links(document, Ours.REPOSITORY));
    }

    @Test
    void everyNameInBackticksExists() {
        NameCheck check =
                new NameCheck(
                        Ours.REPOSITORY,
                        Ours.SOURCES,
                        Ours.words().keySet(),
                        Ours.commandCheck()::isCommand);

        expectNone(check::problems);
    }

    @Test
    void everyAllowedWordIsNeededAndHasAReason() {
        NameCheck check =
                new NameCheck(
                        Ours.REPOSITORY, Ours.SOURCES, Set.of(), Ours.commandCheck()::isCommand);
        List<String> problems =
                Ours.DOCUMENTS.stream().flatMap(each -> check.problems(each).stream()).toList();

        for (Map.Entry<String, String> word : Ours.words().entrySet()) {
            assertThat(word.getValue()).as(word.getKey()).isNotBlank();
            assertThat(problems)
                    .as("names that need words.txt to have \"%s\"", word.getKey())
                    .anyMatch(problem -> problem.contains("\"" + word.getKey() + "\""));
        }
    }

    @Test
    void everyPackageIsInTheTableOfItsModule() {
        List<Document> designs =
                Ours.DOCUMENTS.stream()
                        .filter(each -> each.path().matches("[a-z-]+/DESIGN\\.md"))
                        .toList();

        assertThat(designs).hasSizeGreaterThan(3);
        for (Document design : designs) {
            String module = Ours.REPOSITORY.module(design.path());
            assertThat(DocumentCheck.packages(design, Ours.SOURCES, module)).isEmpty();
        }
    }

    @Test
    void noneNamesAFolderOfSomebodysMachine() {
        expectNone(DocumentCheck::machinePaths);
    }

    @Test
    void nonePointsAtALineOfSource() {
        expectNone(DocumentCheck::lineNumbers);
    }

    @Test
    void theReadmeIsShort() {
        assertThat(DocumentCheck.length(Ours.document("README.md"), README_LINES)).isEmpty();
    }

    @Test
    void eachDecisionHasADateAStatusAndItsHeadings() {
        assertThat(decisions()).flatExtracting(DecisionCheck::form).isEmpty();
    }

    @Test
    void eachDecisionIsShort() {
        assertThat(decisions())
                .flatExtracting(each -> DocumentCheck.length(each, DECISION_LINES))
                .isEmpty();
    }

    @Test
    void theDecisionsOfAModuleAreNumberedWithoutAGap() {
        assertThat(DecisionCheck.numbers(decisions())).isEmpty();
    }

    @Test
    void eachDecisionIsListedInTheArchitecture() {
        assertThat(DecisionCheck.unlisted(decisions(), Ours.document("ARCHITECTURE.md"))).isEmpty();
    }

    private static List<Document> decisions() {
        List<Document> decisions =
                Ours.DOCUMENTS.stream().filter(DecisionCheck::isDecision).toList();
        assertThat(decisions).isNotEmpty();
        return decisions;
    }

    private static void expectNone(Function<Document, List<String>> check) {
        assertThat(Ours.DOCUMENTS).flatExtracting(check::apply).isEmpty();
    }
}
