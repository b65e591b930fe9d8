package org.assistcounter.verifier;

import static java.util.Map.entry;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assistcounter.verifier.CborValue.Fields;
import org.assistcounter.verifier.CborValue.Items;

/**
 * The page's tables "Kinds of facts" and of words, as data. A type that is not in the table is not
 * judged. Where the page does not say what a field holds ({@code command}, and the fields of a
 * fault) any value passes. A field that the page does not name is an error, because {@code v} is
 * there to announce another form.
 */
final class FactForms {

    static final int COMMISSIONED = 1;
    static final int BOOTED = 2;
    static final int CHECKPOINT_SEEN = 4;
    static final int EPOCH_BEGUN = 5;
    static final int SALE_OPENED = 10;
    static final int PAYMENT_REQUESTED = 11;
    static final int PAYMENT_RESOLVED = 12;
    static final int DISPENSE_COMMANDED = 13;
    static final int DISPENSE_RESOLVED = 14;
    static final int REFUND_REQUESTED = 15;
    static final int REFUND_RESOLVED = 16;
    static final int CASE_OPENED = 17;
    static final int SALE_CLOSED = 18;
    static final int COLD_CHAIN_SWITCHED = 33;
    static final int SERVICE_SIGNED = 50;
    static final int DESIRED_STAGED = 60;
    static final int DESIRED_APPLIED = 61;

    /** A name with a question mark may be missing; a shape in round brackets is a map or array. */
    private static final String TABLE =
            """
            1 label:text certificate:hash agent:text
            2 nonce:nonce agent:text clean:flag
            3
            4 note:text
            5 note:text certificate:hash agent:text
            10 sale:sale currency:text shelf:number lines:(lines)
            11 sale:sale attempt:number way:way amount:amount
            12 sale:sale attempt:number way:way outcome:paid amount:amount reference?:text
            13 sale:sale line:number slot:number command:any
            14 sale:sale goods:(goods) amount:amount verdict:verdict off:flag evidence:(evidence)
            15 sale:sale line:number attempt:number way:way amount:amount
            16 sale:sale line:number attempt:number way:way amount:amount outcome:returned
            17 sale:sale line:number way:way amount:amount reason:reason
            18 sale:sale outcome:closed charged:amount refunded:amount held:amount
            30 slot:number product:text lot:text quantity:number
            31 slot:number on:flag reason:text
            32 compartment:number warm:amount cold:amount grace:amount
            33 compartment:number locked:flag reason:text
            40 source:any what:any detail:any
            41 contact:contact well:flag
            50 in:flag reason:text
            51 wrong:number pause:amount
            60 state:bytes
            61 revision:revision
            62 revision:revision reason:rejection
            """;

    private static final Map<String, Shape> SHAPES =
            Map.ofEntries(
                    entry("any", Shape.ANY),
                    entry("text", Shape.TEXT),
                    entry("flag", Shape.FLAG),
                    entry("number", Shape.NUMBER),
                    entry("amount", Shape.AMOUNT),
                    entry("version", Shape.VERSION),
                    entry("board", Shape.BOARD),
                    entry("hash", Shape.HASH),
                    entry("bytes", Shape.BYTES),
                    entry("revision", Shape.REVISION),
                    entry("rejection", Shape.oneOf("not-newer", "over-ceiling", "not-payable")),
                    entry("nonce", Shape.NONCE),
                    entry("sale", Shape.SALE),
                    entry("contact", Shape.oneOf("door", "mains")),
                    entry("way", Shape.oneOf("card", "wallet")),
                    entry("paid", Shape.oneOf("approved", "declined", "abandoned", "unknown")),
                    entry("returned", Shape.oneOf("returned", "handed-over", "lost", "unknown")),
                    entry("closed", Shape.oneOf("delivered", "refunded", "case", "unpaid")),
                    entry("verdict", Shape.oneOf("delivered", "not-delivered", "unproven")),
                    entry(
                            "reason",
                            Shape.oneOf(
                                    "unproven-delivery",
                                    "refund-not-proven",
                                    "payment-not-known")));

    private static final String GOODS =
            "line:number slot:number product:text lot:text price:amount";
    private static final String EVIDENCE = "home:text drop:text before:text after:text board:board";

    private static final Map<Integer, List<Rule>> FORMS = forms();
    private static final List<Rule> GOODS_FORM = rules(GOODS);
    private static final List<Rule> EVIDENCE_FORM = rules(EVIDENCE);

    private FactForms() {}

    /** A field of a form. */
    private record Rule(String name, boolean required, String shape) {}

    static boolean knows(int type) {
        return FORMS.containsKey(type);
    }

    /** The fact in a body of a known type, or what is wrong with its form. */
    static Fact fact(int type, Fields body) throws MalformedException {
        List<Rule> form = FORMS.get(type);
        if (form == null) {
            throw new IllegalArgumentException("type " + type + " has no form");
        }
        check("", form, body);
        return new Fact(type, body.values());
    }

    private static Map<Integer, List<Rule>> forms() {
        Map<Integer, List<Rule>> forms = new HashMap<>();
        for (String line : TABLE.lines().toList()) {
            int type = Integer.parseInt(line.split(" ", 2)[0]);
            forms.put(type, rules("v:version" + line.substring(String.valueOf(type).length())));
        }
        return Map.copyOf(forms);
    }

    private static List<Rule> rules(String form) {
        return List.of(form.split(" ", -1)).stream().map(FactForms::rule).toList();
    }

    private static Rule rule(String field) {
        String[] parts = field.split(":", 2);
        boolean optional = parts[0].endsWith("?");
        return new Rule(parts[0].replace("?", ""), !optional, parts[1]);
    }

    private static void check(String path, List<Rule> form, Fields body) throws MalformedException {
        Set<String> unnamed = new HashSet<>(body.values().keySet());
        for (Rule rule : form) {
            unnamed.remove(rule.name());
            CborValue value = body.values().get(rule.name());
            if (value != null) {
                checkValue(path + rule.name(), rule.shape(), value);
            } else if (rule.required()) {
                throw new MalformedException("field " + path + rule.name() + " is missing");
            }
        }
        if (!unnamed.isEmpty()) {
            throw new MalformedException(
                    "field "
                            + path
                            + unnamed.stream().sorted().findFirst().orElseThrow()
                            + " is not of this form");
        }
    }

    private static void checkValue(String name, String shape, CborValue value)
            throws MalformedException {
        switch (shape) {
            case "(goods)" -> checkMap(name, GOODS_FORM, value);
            case "(evidence)" -> checkMap(name, EVIDENCE_FORM, value);
            case "(lines)" -> checkLines(name, value);
            default -> checkSimple(name, shape, value);
        }
    }

    private static void checkSimple(String name, String shape, CborValue value)
            throws MalformedException {
        Shape wanted = SHAPES.get(shape);
        if (wanted == null) {
            throw new IllegalStateException("no shape " + shape);
        }
        if (!wanted.accepts().test(value)) {
            throw new MalformedException("field " + name + " is not " + wanted.words());
        }
    }

    private static void checkMap(String name, List<Rule> form, CborValue value)
            throws MalformedException {
        if (!(value instanceof Fields fields)) {
            throw new MalformedException("field " + name + " is not a map");
        }
        check(name + ".", form, fields);
    }

    private static void checkLines(String name, CborValue value) throws MalformedException {
        if (!(value instanceof Items(List<CborValue> lines))) {
            throw new MalformedException("field " + name + " is not an array");
        }
        for (CborValue line : lines) {
            checkMap(name, GOODS_FORM, line);
        }
    }
}
