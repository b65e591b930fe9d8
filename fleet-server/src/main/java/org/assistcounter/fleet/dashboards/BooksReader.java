package org.assistcounter.fleet.dashboards;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.assistcounter.fleet.ledger.Account;
import org.assistcounter.fleet.ledger.Account.Book;
import org.assistcounter.fleet.ledger.Balance;
import org.assistcounter.fleet.ledger.CaseSum;
import org.assistcounter.fleet.ledger.Cases;
import org.assistcounter.fleet.ledger.Ledger;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Reads the books. */
@Component
public class BooksReader {
    private final Lexicon lexicon;
    private final Ledger ledger;
    private final Cases cases;

    BooksReader(Lexicon lexicon, Ledger ledger, Cases cases) {
        this.lexicon = lexicon;
        this.ledger = ledger;
        this.cases = cases;
    }

    /** Every balance of a tenant, summed from the postings themselves. */
    public Mono<List<Balance>> balances(String tenant) {
        return ledger.postings(tenant);
    }

    /** What the open cases hold, by way and reason. */
    public Mono<List<CaseSum>> cases(String tenant) {
        return cases.sums(tenant);
    }

    /** Every balance in words. */
    public Mono<Books> read(String tenant, Locale locale) {
        return ledger.balances(tenant).map(balances -> books(balances, lexicon.words(locale)));
    }

    private static Books books(List<Balance> balances, Words words) {
        List<Rows.Account> money = new ArrayList<>();
        List<Rows.Account> goods = new ArrayList<>();
        long moneySum = 0;
        long goodsSum = 0;
        for (Account account : Account.values()) {
            long amount = sum(balances, account);
            if (account.book() == Book.MONEY) {
                moneySum += amount;
                money.add(row(account, Money.yuan(amount), words));
            } else {
                goodsSum += amount;
                goods.add(row(account, Money.pieces(amount), words));
            }
        }
        return new Books(
                money, Money.yuan(moneySum), goods, new Books.Sum(goodsSum, isEven(balances)));
    }

    private static Rows.Account row(Account account, String amount, Words words) {
        String key = "account." + account.word();
        return new Rows.Account(words.say(key), words.say(key + ".means"), amount);
    }

    private static long sum(List<Balance> balances, Account account) {
        return balances.stream()
                .filter(balance -> balance.account().equals(account.word()))
                .mapToLong(Balance::amount)
                .sum();
    }

    private static boolean isEven(List<Balance> balances) {
        Map<String, Long> sums =
                balances.stream()
                        .collect(
                                Collectors.groupingBy(
                                        Balance::unit, Collectors.summingLong(Balance::amount)));
        return sums.values().stream().allMatch(sum -> sum == 0);
    }
}
