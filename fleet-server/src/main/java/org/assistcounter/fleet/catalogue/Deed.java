package org.assistcounter.fleet.catalogue;

/** What is done with an application. */
public sealed interface Deed {

    /** What stands in the record of steps, and is the end of a message's name. */
    String word();

    /** Why; empty where nothing has to be said. */
    default String reason() {
        return "";
    }

    /** The office has found nothing against it. */
    record Pass() implements Deed {
        @Override
        public String word() {
            return "pass";
        }
    }

    /** The applicant has to mend something. */
    record Return(String reason) implements Deed {
        @Override
        public String word() {
            return "return";
        }
    }

    /** It is over, and not recognised. */
    record Reject(String reason) implements Deed {
        @Override
        public String word() {
            return "reject";
        }
    }

    /** Somebody has objected to what was published; the province looks again. */
    record Objection(String reason) implements Deed {
        @Override
        public String word() {
            return "objection";
        }
    }

    /** The applicant has mended what was asked for. */
    record Mended(String reason) implements Deed {
        @Override
        public String word() {
            return "mended";
        }
    }

    /** The applicant does not want it any more. */
    record Withdraw() implements Deed {
        @Override
        public String word() {
            return "withdraw";
        }
    }

    /** The time is over. */
    record Elapse() implements Deed {
        @Override
        public String word() {
            return "elapse";
        }
    }
}
