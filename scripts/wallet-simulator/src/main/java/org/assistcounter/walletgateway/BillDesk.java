package org.assistcounter.walletgateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes bills from the books, with what is to be wrong in them, and keeps them to be fetched. */
final class BillDesk {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int OK = 200;
    private static final int BAD = 400;
    private static final int UNKNOWN = 404;
    private static final int FILES_MAX = 100;

    private final Books books;
    private final Faults faults;
    private final Map<String, byte[]> files = new ConcurrentHashMap<>();

    BillDesk(Books books, Faults faults) {
        this.books = books;
        this.faults = faults;
    }

    /** Where the file is and which digest it has as it is unpacked. */
    Reply wechat(Map<String, String> asked) {
        Optional<LocalDate> day = day(asked.getOrDefault("bill_date", ""));
        if (day.isEmpty()) {
            return WeChatDesk.error(BAD, "PARAM_ERROR");
        }
        if (faults.take(Fault.BILL_NOT_READY)) {
            return WeChatDesk.error(BAD, "STATEMENT_CREATING");
        }
        List<BillEntry> entries = entries(WeChatDesk.WALLET, day.get());
        if (entries.isEmpty()) {
            return WeChatDesk.error(BAD, "NO_STATEMENT_EXIST");
        }
        byte[] text = WeChatBillFile.text(entries).getBytes(StandardCharsets.UTF_8);
        String digest = sha1(text);
        boolean isPacked = "GZIP".equals(asked.get("tar_type"));
        String token = keep(isPacked ? WeChatBillFile.packed(text) : text);
        ObjectNode answer =
                JSON.createObjectNode()
                        .put("hash_type", "SHA1")
                        .put(
                                "hash_value",
                                faults.take(Fault.BILL_WRONG_HASH)
                                        ? sha1(digest.getBytes(StandardCharsets.US_ASCII))
                                        : digest)
                        .put("download_url", WeChatBillFile.ADDRESS + token);
        return Reply.json(OK, answer.toString());
    }

    /** Where the packed file is. */
    ObjectNode alipay(JsonNode asked, String host) {
        Optional<LocalDate> day = day(asked.path("bill_date").asString(""));
        if (day.isEmpty() || !asked.path("bill_type").asString("").equals("trade")) {
            return AlipayDesk.failure("40004", "isv.invalid-arguments");
        }
        boolean isNotReady = faults.take(Fault.BILL_NOT_READY);
        List<BillEntry> entries = isNotReady ? List.of() : entries(AlipayDesk.WALLET, day.get());
        if (entries.isEmpty()) {
            return AlipayDesk.failure("40004", "isp.bill_not_exist");
        }
        String token = keep(AlipayBillFile.packed(entries, day.get()));
        return AlipayDesk.success()
                .put("bill_download_url", "http://" + host + AlipayBillFile.PATH + token);
    }

    /** A file that was made. */
    Reply file(String token) {
        byte[] bytes = files.get(token);
        return bytes == null
                ? Reply.json(UNKNOWN, "{\"code\":\"NOT_FOUND\"}")
                : Reply.file("application/octet-stream", bytes);
    }

    private String keep(byte[] bytes) {
        if (files.size() >= FILES_MAX) {
            files.clear();
        }
        String token = UUID.randomUUID().toString();
        boolean isCut = faults.take(Fault.BILL_CUT);
        files.put(token, isCut ? Arrays.copyOf(bytes, bytes.length / 2) : bytes);
        return token;
    }

    /** Each fault that strikes takes a payment of its own, so that they can be told apart. */
    private List<BillEntry> entries(String wallet, LocalDate day) {
        List<BillEntry> all = new ArrayList<>(books.entries(wallet, day));
        List<BillEntry> paid = new ArrayList<>(of(all, BillEntry.Kind.PAID));
        if (!paid.isEmpty() && faults.take(Fault.BILL_FOREIGN_ORDER)) {
            all.add(foreign(paid.getFirst()));
        }
        if (!paid.isEmpty() && faults.take(Fault.BILL_LINE_MISSING)) {
            all.remove(paid.removeFirst());
        }
        if (!paid.isEmpty() && faults.take(Fault.BILL_LINE_TWICE)) {
            all.add(paid.removeFirst());
        }
        if (!paid.isEmpty() && faults.take(Fault.BILL_AMOUNT_ALTERED)) {
            BillEntry altered = paid.removeFirst();
            all.set(all.indexOf(altered), altered.with(altered.amountMinor() + 1));
        }
        List<BillEntry> refunds = of(all, BillEntry.Kind.REFUNDED);
        if (!refunds.isEmpty() && faults.take(Fault.BILL_REFUND_MISSING)) {
            all.remove(refunds.getFirst());
        }
        return all;
    }

    private static List<BillEntry> of(List<BillEntry> entries, BillEntry.Kind kind) {
        return entries.stream().filter(entry -> entry.kind() == kind).toList();
    }

    private static BillEntry foreign(BillEntry model) {
        Order order = model.order();
        Order strange =
                new Order(
                        order.wallet(),
                        "FOREIGN" + order.number().substring(0, 20),
                        order.terms(),
                        order.state(),
                        order.transaction() + "0",
                        order.paidAt());
        return BillEntry.paid(strange);
    }

    private static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException malformed) {
            return Optional.empty();
        }
    }

    private static String sha1(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException(never);
        }
    }
}
