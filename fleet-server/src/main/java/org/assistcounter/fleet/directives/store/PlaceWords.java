package org.assistcounter.fleet.directives.store;

import org.assistcounter.fleet.directives.Change.Place;

/** Where a change was made, in two columns. */
final class PlaceWords {
    private static final String EVERYWHERE = "everywhere";
    private static final String SITE = "site";
    private static final String COUNTER = "counter";

    private PlaceWords() {}

    static String kind(Place place) {
        return switch (place) {
            case Place.Everywhere _ -> EVERYWHERE;
            case Place.AtSite _ -> SITE;
            case Place.AtCounter _ -> COUNTER;
        };
    }

    static String name(Place place) {
        return switch (place) {
            case Place.Everywhere _ -> "";
            case Place.AtSite(String site) -> site;
            case Place.AtCounter(String label) -> label;
        };
    }

    static Place read(String kind, String name) {
        return switch (kind) {
            case EVERYWHERE -> new Place.Everywhere();
            case SITE -> new Place.AtSite(name);
            case COUNTER -> new Place.AtCounter(name);
            default -> throw new IllegalStateException("a change at " + kind);
        };
    }
}
