package org.assistcounter.protocol.gs1;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * GS1 Digital Link URIs (GS1 Digital Link Standard: URI Syntax): {@code
 * https://host/any/prefix/01/06901234567892/10/LOT26A?17=261220}. The article and its qualifiers
 * are the end of the path, days and amounts are in the query, and what in the query is no number is
 * somebody else's. Compressed links are not read.
 */
public final class DigitalLink {
    private static final int CHARACTERS_MAX = 2_000;
    private static final Pattern URI =
            Pattern.compile(
                    "(?i:https?)://[^/?#\\s]+(/[^?#]*)?(?:\\?([^#]*))?(?:#.*)?", Pattern.DOTALL);
    private static final Pattern BASE = Pattern.compile("https://[^/?#\\s]+(?:/[^?#\\s]*)?");
    private static final Pattern GTIN = Pattern.compile("[0-9]{8}|[0-9]{12,14}");
    private static final String KEY = "01";
    private static final String THIRD_PARTY = "235";
    // In this order; the extension of a third party stands alone.
    private static final List<String> QUALIFIERS = List.of("22", "10", "21", THIRD_PARTY);

    private DigitalLink() {}

    /**
     * Reads a link.
     *
     * @param referenceYear the year by which two-digit years get their century: that of today
     */
    public static LotCode read(String uri, int referenceYear) throws MalformedGs1Exception {
        if (uri.length() > CHARACTERS_MAX) {
            throw new MalformedGs1Exception(
                    Reason.TOO_LONG,
                    "a link of %d characters, at most %d".formatted(uri.length(), CHARACTERS_MAX));
        }
        Matcher parts = URI.matcher(uri);
        if (!parts.matches()) {
            throw new MalformedGs1Exception(
                    Reason.WRONG_ADDRESS, "the link is no address with a host");
        }
        Elements found = new Elements();
        readPath(List.of(orEmpty(parts.group(1)).split("/", -1)), found);
        for (String parameter : orEmpty(parts.group(2)).split("&", -1)) {
            readParameter(parameter, found);
        }
        return found.lotCode(referenceYear);
    }

    /**
     * Writes a link.
     *
     * @param base where it leads, without the code: {@code https://id.gs1.org}
     */
    public static String write(String base, LotCode code) {
        if (!BASE.matcher(base).matches()) {
            throw new IllegalArgumentException("no base of a link: " + base);
        }
        String path =
                code.elements().stream()
                        .filter(element -> isOfPath(element.identifier()))
                        .map(element ->
                                "/"
                                        + element.identifier().digits()
                                        + "/"
                                        + Percent.encode(element.value()))
                        .collect(Collectors.joining());
        String query =
                code.elements().stream()
                        .filter(element -> !isOfPath(element.identifier()))
                        .map(element -> element.identifier().digits() + "=" + element.value())
                        .sorted()
                        .collect(Collectors.joining("&"));
        return base.replaceFirst("/+$", "") + path + (query.isEmpty() ? "" : "?" + query);
    }

    static boolean isLink(String text) {
        return text.regionMatches(true, 0, "http://", 0, 7)
                || text.regionMatches(true, 0, "https://", 0, 8);
    }

    private static void readPath(List<String> segments, Elements found)
            throws MalformedGs1Exception {
        int key = key(segments);
        Gtin gtin;
        try {
            gtin = Gtin.read(Percent.decode(segments.get(key + 1)));
        } catch (MalformedGs1Exception refused) {
            throw refused.at("(01) in the path");
        }
        found.add(Identifier.named(KEY).orElseThrow(), gtin.digits(), "in the path");
        int last = -1;
        for (int at = key + 2; at < segments.size(); at += 2) {
            Identifier qualifier = known(segments.get(at), "path");
            last = rank(qualifier, last);
            if (at + 1 == segments.size()) {
                throw new MalformedGs1Exception(
                        Reason.TRUNCATED, "the path ends behind " + qualifier);
            }
            found.add(qualifier, decoded(segments.get(at + 1), qualifier), "in the path");
        }
    }

    /** The last one that an article number follows: a prefix may look like a code, too. */
    private static int key(List<String> segments) throws MalformedGs1Exception {
        for (int at = segments.size() - 2; at >= 0; at--) {
            boolean isKey = segments.get(at).equals(KEY);
            if (isKey && GTIN.matcher(segments.get(at + 1)).matches()) {
                return at;
            }
        }
        int first = segments.indexOf(KEY);
        if (first < 0 || first + 1 == segments.size()) {
            throw new MalformedGs1Exception(
                    Reason.NO_GTIN, "the link names no article: its path has no /01/ with one");
        }
        return first;
    }

    private static int rank(Identifier qualifier, int last) throws MalformedGs1Exception {
        int rank = QUALIFIERS.indexOf(qualifier.digits());
        if (rank < 0) {
            throw new MalformedGs1Exception(
                    Reason.WRONG_PLACE, qualifier + " belongs in the query, not in the path");
        }
        boolean isAlone = last < 0 || !qualifier.digits().equals(THIRD_PARTY);
        if (rank <= last || !isAlone) {
            throw new MalformedGs1Exception(
                    Reason.WRONG_ORDER,
                    qualifier
                            + " in the path stands behind "
                            + QUALIFIERS.get(last)
                            + "; the order is 22, 10, 21, or 235 alone");
        }
        return rank;
    }

    private static void readParameter(String parameter, Elements found)
            throws MalformedGs1Exception {
        int equals = parameter.indexOf('=');
        String name = equals < 0 ? parameter : parameter.substring(0, equals);
        if (!Gtin.isNumber(name)) {
            return;
        }
        Identifier identifier = known(name, "query");
        boolean isExtended = found.has(THIRD_PARTY) && !name.equals(KEY);
        if (isOfPath(identifier) && !isExtended) {
            throw new MalformedGs1Exception(
                    Reason.WRONG_PLACE, identifier + " belongs in the path, not in the query");
        }
        String value = equals < 0 ? "" : parameter.substring(equals + 1);
        found.add(identifier, decoded(value, identifier), "in the query");
    }

    private static boolean isOfPath(Identifier identifier) {
        return identifier.digits().equals(KEY) || QUALIFIERS.contains(identifier.digits());
    }

    private static Identifier known(String digits, String part) throws MalformedGs1Exception {
        Optional<Identifier> known = Identifier.named(digits);
        return known.orElseThrow(() ->
                new MalformedGs1Exception(
                        Reason.UNKNOWN_IDENTIFIER,
                        "%s in the %s is no known application identifier"
                                .formatted(digits.isEmpty() ? "nothing" : digits, part)));
    }

    private static String decoded(String value, Identifier identifier)
            throws MalformedGs1Exception {
        try {
            return Percent.decode(value);
        } catch (MalformedGs1Exception refused) {
            throw refused.at(identifier.toString());
        }
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }
}
