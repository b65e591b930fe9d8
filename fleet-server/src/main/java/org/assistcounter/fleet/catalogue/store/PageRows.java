package org.assistcounter.fleet.catalogue.store;

import org.assistcounter.fleet.catalogue.Page;
import org.assistcounter.fleet.catalogue.Sphere;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/** What every table of the registry is asked by. */
final class PageRows {

    private PageRows() {}

    static GenericExecuteSpec bound(GenericExecuteSpec spec, Sphere sphere, Page.Wish wish) {
        return spec.bind("tenant", sphere.tenant())
                .bind("county", sphere.county())
                .bind("within", Sphere.pattern(wish.within()))
                .bind("words", wish.pattern());
    }
}
