package org.assistcounter.walletgateway;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The people at the other side of one wallet's desk, with codes on their phones. A code pays one
 * order, and one that ends in 9999 is of a payer without money.
 */
final class Payers {
    private static final String WITHOUT_MONEY = "9999";

    private final String wallet;
    private final Pattern codes;
    private final Books books;
    private final Faults faults;
    private final Notices notices;
    private final Map<String, String> usedCodes = new ConcurrentHashMap<>();

    /** What becomes of a scanned code. */
    enum Scan {
        /** The payer is asked now. */
        ASKED,
        /** No code, or one that has paid another order. */
        INVALID,
        WITHOUT_MONEY
    }

    /** The form of the wallet's codes is a regular expression. */
    Payers(String wallet, String codes, Books books, Faults faults, Notices notices) {
        this.wallet = wallet;
        this.codes = Pattern.compile(codes);
        this.books = books;
        this.faults = faults;
        this.notices = notices;
    }

    /** An order whose code is of no use is closed. */
    Scan scan(String number, String code) {
        String user = usedCodes.putIfAbsent(code, number);
        boolean isUsed = user != null && !user.equals(number);
        if (isUsed || !codes.matcher(code).matches()) {
            books.close(wallet, number);
            return Scan.INVALID;
        }
        if (code.endsWith(WITHOUT_MONEY)) {
            books.close(wallet, number);
            return Scan.WITHOUT_MONEY;
        }
        return Scan.ASKED;
    }

    /** Each question is one more moment in which the payer of a scanned code may agree. */
    Order asked(String number) {
        Order order = books.find(wallet, number).orElseThrow();
        boolean isAgreed = order.terms().isScanned() && order.isOpen();
        if (isAgreed && !faults.take(Fault.STILL_PAYING) && books.pay(wallet, number)) {
            notices.paid(books.find(wallet, number).orElseThrow());
        }
        return books.find(wallet, number).orElseThrow();
    }
}
