package org.assistcounter.simulation.port;

import org.assistcounter.devices.climate.ClimateEvent;

/** The reports of a line that leaves out those that would change nothing. */
public interface Reports {

    /** Every report comes when it is made. */
    Reports ALL =
            new Reports() {
                @Override
                public void catchUp() {}

                @Override
                public void changed() {}

                @Override
                public long promisedMillis() {
                    return Long.MIN_VALUE;
                }
            };

    /** The latest of those that were left out until now is told, at its own time. */
    void catchUp();

    /** What the listener knows has changed by something else than a report. */
    void changed();

    /** Until when everything that is said will have been said; in the past when nothing is. */
    long promisedMillis();

    /** Who hears them, and knows beforehand which would change nothing. */
    interface Listener {

        /** The line says something, at a time that is now or past. */
        void hear(ClimateEvent event, long atMillis);

        /** Looks ahead, from what it knows now. */
        Foresight foresight();
    }

    /** One report after another, none of which is told yet. */
    interface Foresight {

        /**
         * Whether this report would change nothing but the time and the temperature, so that the
         * one after it says all that both say.
         */
        boolean isInert(ClimateEvent.Reported report, long atMillis);
    }
}
