package org.assistcounter.fleet.catalogue;

import org.assistcounter.fleet.divisions.Divisions;
import org.assistcounter.fleet.divisions.Level;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Operator;
import org.assistcounter.fleet.operators.Tenants;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Who sees and keeps what of the registry. */
@Component
class Spheres {
    private final Tenants tenants;

    Spheres(Tenants tenants) {
        this.tenants = tenants;
    }

    /**
     * Somebody, with what they see.
     *
     * @param division of their office; empty where they are of none
     */
    record Insider(Operator operator, Sphere sphere, String division) {

        /**
         * Whether they keep a supplier's entry: its own people, or the county where it has none.
         */
        boolean keeps(Supplier supplier) {
            return keeps(supplier.tenant(), supplier.origin().county());
        }

        boolean keeps(String tenant, String county) {
            boolean isOwn = operator.may(May.SUPPLY) && tenant.equals(operator.tenant());
            return isOwn || (tenant.isEmpty() && isCountyOf(county));
        }

        /** Whether they are the county's office. */
        boolean isCountyOf(String county) {
            return isOffice()
                    && Divisions.level(division) == Level.COUNTY
                    && division.equals(county);
        }

        /** Whether they decide for an office. */
        boolean isOffice() {
            return operator.may(May.RECOGNISE) && Divisions.isCode(division);
        }

        /** As whom they act: a county's office that speaks for a supplier is its applicant. */
        Actor actor(Supplier supplier, Deed deed) {
            boolean speaksForIt = deed instanceof Deed.Mended || deed instanceof Deed.Withdraw;
            boolean isKeeper = keeps(supplier);
            if (isOffice() && !(speaksForIt && isKeeper)) {
                return new Actor.Office(operator.login(), division);
            }
            return isKeeper
                    ? new Actor.Applicant(operator.login())
                    : new Actor.Onlooker(operator.login());
        }

        /** Whether their office is of the province in which a county is. */
        boolean isProvinceOf(String county) {
            return isOffice()
                    && Divisions.level(division) == Level.PROVINCE
                    && Divisions.covers(division, county);
        }
    }

    Mono<Insider> of(Operator operator) {
        return tenants.find(operator.tenant())
                .map(tenant -> new Insider(operator, Sphere.of(tenant), tenant.division()));
    }
}
