package org.assistcounter.fleet.operators.provider;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses this server asks for somebody else. What an organisation names as its provider
 * must not make the server speak to its own neighbours. Pure.
 *
 * @param loopback whether this machine itself is asked, and without TLS; in the demonstration only
 * @param inside whether the own network is asked
 */
record AddressRules(boolean loopback, boolean inside) {

    private static final int LENGTH_MAX = 500;
    private static final int BYTE = 0xFF;
    private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Whether this server may connect there. */
    boolean allows(InetAddress address) {
        if (address.isLoopbackAddress()) {
            return loopback;
        }
        if (address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        return inside || !isOfAnOwnNetwork(address);
    }

    /** Whether an address of a provider may look so. */
    boolean allows(String text) {
        URI uri = parse(text);
        if (uri == null || uri.getHost() == null || text.length() > LENGTH_MAX) {
            return false;
        }
        boolean isPlain =
                uri.getRawUserInfo() == null && uri.getRawFragment() == null && !uri.isOpaque();
        boolean isHere = loopback && OWN_NAMES.contains(uri.getHost());
        return isPlain
                && ("https".equals(uri.getScheme()) || (isHere && "http".equals(uri.getScheme())));
    }

    /** An issuer has no question either (OpenID Connect Discovery 1.0, section 2). */
    boolean allowsIssuer(String text) {
        URI uri = parse(text);
        return allows(text) && uri != null && uri.getRawQuery() == null;
    }

    private static @Nullable URI parse(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException noAddress) {
            return null;
        }
    }

    /** RFC 6890 and what holds an IPv4 address inside. */
    private static boolean isOfAnOwnNetwork(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & BYTE;
        int second = bytes[1] & BYTE;
        if (address instanceof Inet6Address) {
            boolean isGlobal = first >= 0x20 && first <= 0x3F;
            boolean isTeredo = first == 0x20 && second == 0x01 && bytes[2] == 0 && bytes[3] == 0;
            boolean is6To4 = first == 0x20 && second == 0x02;
            return !isGlobal || isTeredo || is6To4;
        }
        return switch (first) {
            case 0, 10 -> true;
            case 100 -> second >= 64 && second < 128;
            case 172 -> second >= 16 && second < 32;
            case 192 -> second == 168 || (second == 0 && (bytes[2] & BYTE) == 0);
            case 198 -> second == 18 || second == 19;
            default -> first >= 240;
        };
    }
}
