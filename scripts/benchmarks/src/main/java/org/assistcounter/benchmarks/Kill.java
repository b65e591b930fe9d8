package org.assistcounter.benchmarks;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.assistcounter.virtualcounters.Kills;

/**
 * How long the fleet is not there when a part of it is killed under load; and that nothing is lost
 * or doubled by it, or the benchmark fails.
 *
 * @param counters at full size
 */
record Kill(int counters) implements Benchmark {
    private static final int SMOKE_COUNTERS = 20;
    private static final double WARM_SECONDS = 10;
    private static final double SECONDS = 60;
    private static final double SMOKE_WARM_SECONDS = 1;
    private static final double SMOKE_SECONDS = 5;
    private static final double SECONDS_AIMED = 30;

    static Kill ofFull() {
        return new Kill(200);
    }

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String about() {
        return "kill -9 of server, database and broker, and of a broker with its disk, under load:"
                + " the longest that a record waited; reference: the 30 s that are aimed at";
    }

    @Override
    public Benchmark withCounters(int number) {
        return new Kill(number);
    }

    @Override
    public Result run(Size size, Path folder, PrintStream people) {
        boolean isSmoke = size == Size.SMOKE;
        if (!Kills.isWithBrokers()) {
            people.println(
                    "mosquitto is not installed: only a server with all in itself is killed");
        }
        List<Kills.Killed> all =
                Kills.all(
                        folder,
                        people,
                        isSmoke ? SMOKE_COUNTERS : counters,
                        isSmoke ? SMOKE_WARM_SECONDS : WARM_SECONDS,
                        isSmoke ? SMOKE_SECONDS : SECONDS);
        Map<String, Double> more = new TreeMap<>();
        all.forEach(killed -> put(more, killed));
        requireNothingLost(all);
        double longest =
                all.stream()
                        .map(Kills.Killed::longestSeconds)
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
        return new Result(name(), longest, "s", SECONDS_AIMED, more);
    }

    private static void put(Map<String, Double> more, Kills.Killed killed) {
        String what = killed.what().replace(' ', '-');
        more.put(what + "-lost", (double) killed.lost() + killed.unsigned());
        more.put(what + "-doubled", (double) killed.doubled());
        more.put(what + "-firstSeconds", killed.firstSeconds());
        more.put(what + "-longestSeconds", killed.longestSeconds());
    }

    private static void requireNothingLost(List<Kills.Killed> all) {
        for (Kills.Killed killed : all) {
            if (killed.differences() > 0 || killed.unsigned() > 0) {
                throw new IllegalStateException("not all is booked as it was sold: " + killed);
            }
        }
    }
}
