package org.assistcounter.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.assistcounter.scripts.launcher.Comparison;
import org.assistcounter.scripts.launcher.OnceRun;
import org.assistcounter.scripts.launcher.Patience;
import org.assistcounter.scripts.launcher.Shopper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code scripts/run --once} on the running system: it agrees, and one fen changed in the books of
 * either end makes it fail. Runs before there are cases, so every line has to be equal.
 */
@Tag("slow")
@Order(2)
@ExtendWith(WholeChain.class)
class OnceTest {
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration BACK = Duration.ofSeconds(30);
    private static final Path BENCH = Path.of("target/data/bench/bench.properties");
    private static final Path PASSWORD = Path.of("target/data/fleet/postgresql/password");
    private static final String CARD = "card: taken less returned";
    private static final String ALL = "all money accounts together";

    private final WholeChain.Running chain;

    OnceTest(WholeChain.Running chain) {
        this.chain = chain;
    }

    @BeforeEach
    void agreesBefore() {
        awaitCard();
        chain.expectBooksToAgree();
    }

    @Test
    void agreesAfterASaleByCardAndOneByWallet() {
        OnceRun.Outcome outcome = once(BACK);

        assertThat(outcome.exitCode()).as(outcome.total().table("Everything")).isZero();
        assertThat(outcome.purchases())
                .extracting(Shopper.Purchase::way)
                .containsExactly("card", "wallet");
    }

    @Test
    void failsWhenTheReadersBookHasOneFenMore() throws IOException {
        changeApproved(1);
        try {
            awaitCard();
            expectDifferent(once(PATIENCE), CARD);
        } finally {
            changeApproved(-1);
        }
    }

    @Test
    void failsWhenAPieceInTheMachineIsNotInTheBooks() {
        String stock = "load&selection=74&goods=";
        long goods = chain.bench().state().at("/selections/74/stock").asLong();
        chain.bench().command(stock + (goods + 1));
        try {
            expectDifferent(once(PATIENCE), "pieces in the machine / in slots");
        } finally {
            chain.bench().command(stock + goods);
        }
    }

    @Test
    void failsWhenOnePostingOfTheLedgerIsChanged() throws IOException, SQLException {
        if (chain.fleet().ledger().fen("card-clearing") == 0) {
            once(BACK);
        }
        String posting =
                """
                update ledger_posting set amount = amount %s 1
                 where account = 'card-clearing'
                   and entry_id = (select min(entry_id) from ledger_posting
                                    where account = 'card-clearing')\
                """;
        assertThat(behindTheLedgersBack(posting.formatted("+"))).isOne();
        try {
            expectDifferent(once(PATIENCE), CARD, ALL);
        } finally {
            assertThat(behindTheLedgersBack(posting.formatted("-"))).isOne();
        }
    }

    private OnceRun.Outcome once(Duration patience) {
        return new OnceRun(chain.demonstration(), System.out::println, patience).run();
    }

    /** The two sales were honest; only what was altered differs since the beginning. */
    private static void expectDifferent(OnceRun.Outcome outcome, String... lines) {
        assertThat(outcome.exitCode()).as(outcome.total().table("Everything")).isOne();
        assertThat(outcome.change().agrees()).as(outcome.change().table("Two sales")).isTrue();
        assertThat(differing(outcome.total())).containsExactly(lines);
    }

    private static List<String> differing(Comparison comparison) {
        return comparison.rows().stream()
                .filter(row -> !row.agrees())
                .map(Comparison.Row::what)
                .toList();
    }

    /** The bench is stopped meanwhile: it reads its book only when it starts. */
    private void changeApproved(long byFen) throws IOException {
        chain.demonstration().crew().stop("bench");
        try {
            Properties book = new Properties();
            try (Reader in = Files.newBufferedReader(BENCH)) {
                book.load(in);
            }
            for (String sum : List.of("approved", "kept")) {
                long fen = Long.parseLong(book.getProperty(sum, "0"));
                book.setProperty(sum, Long.toString(fen + byFen));
            }
            try (Writer out = Files.newBufferedWriter(BENCH)) {
                book.store(out, null);
            }
        } finally {
            chain.demonstration().crew().start("bench");
        }
    }

    /** As only the owner of the database can: with the triggers that forbid it switched off. */
    private int behindTheLedgersBack(String sql) throws IOException, SQLException {
        String address =
                "jdbc:postgresql://127.0.0.1:%d/fleet"
                        .formatted(chain.demonstration().ports().database());
        try (Connection connection =
                        DriverManager.getConnection(
                                address, "fleet", Files.readString(PASSWORD).strip());
                Statement statement = connection.createStatement()) {
            statement.execute("set session_replication_role = replica");
            return statement.executeUpdate(sql);
        }
    }

    private void awaitCard() {
        assertThat(Patience.until(BACK, this::takesCards)).as("cards are taken").isTrue();
    }

    private boolean takesCards() {
        try (Shopper shopper = chain.shopper()) {
            shopper.browse();
            shopper.intend("look", Map.of("slot", 11));
            boolean takes = shopper.awaitKind("product").at("/ways/card/available").asBoolean();
            shopper.browse();
            return takes;
        } catch (RuntimeException notYet) {
            return false;
        }
    }
}
