package org.assistcounter.protocol.desired;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.assistcounter.protocol.cbor.Cbor;
import org.assistcounter.protocol.cbor.CborMap;
import org.assistcounter.protocol.cbor.MalformedCborException;

/**
 * What the fleet wants of one counter, complete (DESIRED.md): of what it does not name, and of what
 * it names and the counter does not have, the release on the card holds.
 *
 * @param revision rises with each state of a counter; 0 would be the release alone
 * @param products by their codes, each once
 */
public record DesiredState(long revision, List<Terms> products) {
    /** At most so many products, so that a state fits into a record of a journal. */
    public static final int PRODUCTS_MAX = 128;

    /** The highest revision that a counter may report; what it says leaves room above. */
    public static final long REPORTED_MAX = 1L << 40;

    /** The highest revision of a state. */
    public static final long REVISION_MAX = 2 * REPORTED_MAX;

    private static final int VERSION = 1;

    public DesiredState {
        products = List.copyOf(products);
        if (revision < 1) {
            throw new IllegalArgumentException("a desired state of revision " + revision);
        }
        if (products.size() > PRODUCTS_MAX) {
            throw new IllegalArgumentException(products.size() + " products in a desired state");
        }
        for (int i = 1; i < products.size(); i++) {
            String before = products.get(i - 1).product();
            if (before.compareTo(products.get(i).product()) >= 0) {
                throw new IllegalArgumentException("products are not in order at " + before);
            }
        }
    }

    CborMap map() {
        return new CborMap()
                .put("v", VERSION)
                .put("revision", revision)
                .put("products", products.stream().map(DesiredState::map).toList());
    }

    private static CborMap map(Terms terms) {
        CborMap map =
                new CborMap().put("product", terms.product()).put("offered", terms.isOffered());
        return terms.priceMinor() == Terms.OF_THE_CARD ? map : map.put("price", terms.priceMinor());
    }

    /** Reads exactly what {@link #map} writes: a field that is not known might mean much. */
    static DesiredState read(byte[] bytes) throws MalformedCborException {
        CborMap map = Cbor.decode(bytes);
        map.integer("v", VERSION, VERSION);
        List<Terms> products = new ArrayList<>();
        try {
            for (CborMap each : map.list("products", CborMap.class)) {
                products.add(terms(each));
            }
            long revision = map.integer("revision", 1, REVISION_MAX);
            DesiredState state = new DesiredState(revision, products);
            if (!Arrays.equals(Cbor.encode(state.map()), bytes)) {
                throw new MalformedCborException("a desired state with a field too many");
            }
            return state;
        } catch (IllegalArgumentException wrong) {
            throw new MalformedCborException(String.valueOf(wrong.getMessage()));
        }
    }

    private static Terms terms(CborMap map) throws MalformedCborException {
        return new Terms(
                map.text("product"),
                map.has("price") ? map.integer("price", 1, Terms.PRICE_MAX) : Terms.OF_THE_CARD,
                map.flag("offered"));
    }
}
