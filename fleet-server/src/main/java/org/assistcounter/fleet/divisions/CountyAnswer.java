package org.assistcounter.fleet.divisions;

/** Whether a code was a county's in a year. */
public sealed interface CountyAnswer {

    /** It was. */
    record Found(Division county) implements CountyAnswer {}

    /**
     * It had been one until an earlier year.
     *
     * @param successor the code that held in the year asked about, through others that ended on the
     *     way; empty when there is none or nobody can say
     */
    record Ended(Division county, int untilYear, String successor) implements CountyAnswer {}

    /** Nobody had it: it is no code at all, is in no edition, or came only later. */
    record Unknown() implements CountyAnswer {}

    /** It is a province's or a city's. */
    record NotACounty(Level level) implements CountyAnswer {}
}
