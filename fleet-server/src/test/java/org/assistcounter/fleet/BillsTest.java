package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.assistcounter.fleet.database.Columns;
import org.assistcounter.fleet.wallets.BillAnswer;
import org.assistcounter.fleet.wallets.Bills;
import org.assistcounter.fleet.wallets.WalletKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** How bills are kept. */
@ExtendWith(RunningServer.class)
class BillsTest {

    private static final LocalDate LONG_AGO = LocalDate.of(2020, 2, 29);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final RunningServer.Parts server = RunningServer.parts();

    @Test
    void keepsABillOfThousandsOfLinesAndANewerOneInItsPlace() {
        change(
                """
                insert into wallets_sandbox_order (attempt, token, amount_minor, currency,
                       description, state, transaction, ordered_at, paid_at)
                select 'BL' || n, 'BL' || n, 990, 'CNY', '', 'paid', 'T' || n,
                       '2020-02-29 04:00:00Z', '2020-02-29 04:00:00Z'
                  from generate_series(1, 2500) n
                """);

        assertThat(fetched()).isInstanceOf(BillAnswer.Taken.class);
        assertThat(lines()).isEqualTo(2500);

        change("delete from wallets_sandbox_order where attempt like 'BL%7'");

        assertThat(fetched()).isInstanceOf(BillAnswer.Taken.class);
        assertThat(lines()).isEqualTo(2250);
    }

    @Test
    void saysThatAWalletIsNotSetUpAnyMore() {
        assertThat(
                        server.bean(Bills.class)
                                .fetch(WalletKind.ALIPAY, LONG_AGO)
                                .blockOptional(PATIENCE)
                                .orElseThrow())
                .isInstanceOf(BillAnswer.Refused.class);
    }

    private BillAnswer fetched() {
        return server.bean(Bills.class)
                .fetch(WalletKind.SANDBOX, LONG_AGO)
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private void change(String sql) {
        server.bean(DatabaseClient.class).sql(sql).then().block();
    }

    private long lines() {
        return server.bean(DatabaseClient.class)
                .sql("select count(*) as kept from wallets_bill_line where day = '2020-02-29'")
                .map(row -> Columns.number(row, "kept"))
                .one()
                .blockOptional()
                .orElseThrow();
    }
}
