package org.assistcounter.scripts.launcher;

import java.time.Duration;
import java.util.List;

/** The three processes by name, for whoever stops, starts or kills one to see what happens. */
public final class Crew implements AutoCloseable {
    static final List<String> NAMES = List.of("server", "bench", "agent");

    private final Child server;
    private final Child bench;
    private final Child agent;

    Crew(Child server, Child bench, Child agent) {
        this.server = server;
        this.bench = bench;
        this.agent = agent;
    }

    Child server() {
        return server;
    }

    Child bench() {
        return bench;
    }

    Child agent() {
        return agent;
    }

    private Child named(String name) {
        return switch (name) {
            case "server" -> server;
            case "bench" -> bench;
            case "agent" -> agent;
            default -> throw new Refusal("There is no part " + name + ".");
        };
    }

    /** Ends one; it stays ended until it is started. */
    public String stop(String name) {
        if (!named(name).isAlive()) {
            return name + " is not running";
        }
        named(name).stop();
        return name + " stopped";
    }

    /** Starts one again and waits until it is of use. */
    public String start(String name) {
        return "%s ready in %s".formatted(name, Say.seconds(named(name).start()));
    }

    /** Kills one as a power cut does; it comes back by itself. */
    public String kill(String name) {
        return "%s killed (process %d)".formatted(name, named(name).kill());
    }

    /** Whether one runs. */
    public boolean isRunning(String name) {
        return named(name).isAlive();
    }

    String status() {
        StringBuilder status = new StringBuilder();
        for (String name : NAMES) {
            status.append("%-8s %s%n".formatted(name, named(name).status()));
        }
        return status.toString();
    }

    /** The agent first, so that it is not seen losing its devices; then the others together. */
    @Override
    public void close() {
        agent.close();
        Thread other = Thread.ofVirtual().start(bench::close);
        server.close();
        Patience.until(Duration.ofSeconds(15), () -> !other.isAlive());
    }
}
