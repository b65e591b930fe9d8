package org.assistcounter.protocol.gs1;

/** An application identifier with its value, which fits it. */
record Element(Identifier identifier, String value) {

    static Element of(String identifier, String value) {
        return new Element(Identifier.named(identifier).orElseThrow(), value);
    }

    static Element checked(Identifier identifier, String value) throws MalformedGs1Exception {
        int most = identifier.most();
        if (value.isEmpty()) {
            throw new MalformedGs1Exception(Reason.EMPTY_VALUE, "there is no value");
        }
        if (identifier.isPredefined() && value.length() < most) {
            throw new MalformedGs1Exception(
                    Reason.TRUNCATED,
                    "ends after %d of %d characters".formatted(value.length(), most));
        }
        if (value.length() > most) {
            throw new MalformedGs1Exception(
                    Reason.VALUE_TOO_LONG,
                    "%d characters, at most %d".formatted(value.length(), most));
        }
        int outside = Set82.firstOutside(value);
        if (outside >= 0) {
            throw new MalformedGs1Exception(
                    Reason.WRONG_CHARACTER,
                    "character %d of the value, %s, is not in GS1's character set 82"
                            .formatted(outside + 1, Set82.shown(value.charAt(outside))));
        }
        if (identifier.isNumeric() && !Gtin.isNumber(value)) {
            throw new MalformedGs1Exception(Reason.NOT_DIGITS, value + " is not digits alone");
        }
        return new Element(identifier, value);
    }
}
