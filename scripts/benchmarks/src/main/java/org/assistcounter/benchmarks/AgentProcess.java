package org.assistcounter.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The agent as it is delivered, on one core, with the options it is delivered with. */
final class AgentProcess implements AutoCloseable {
    private static final int STOP_SECONDS = 60;
    private static final double KILOBYTES_A_MEGABYTE = 1_024;

    private final Process process;

    private AgentProcess(Process process) {
        this.process = process;
    }

    /**
     * @param more options of the JVM beside those that are delivered
     */
    static AgentProcess start(Path data, int screenPort, List<String> more) throws IOException {
        Path target = Path.of(System.getProperty("assistcounter.root"), "counter-agent/target");
        Path options = target.resolve("agent.options");
        if (!Files.exists(options)) {
            throw new IOException("the agent is not built: there is no " + options);
        }
        List<String> command = onOneCore();
        command.add("@" + options);
        command.addAll(more);
        command.add("-cp");
        command.add(target.resolve("counter-agent-0.1.0-SNAPSHOT.jar") + ":" + target + "/lib/*");
        command.addAll(
                List.of(
                        "org.assistcounter.counter.agent.CounterAgent",
                        "run",
                        "--data",
                        data.toString(),
                        "--wiring",
                        data.resolve("wiring.properties").toString(),
                        "--screen-port",
                        Integer.toString(screenPort)));
        return new AgentProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(data.resolve("agent.log").toFile())
                        .start());
    }

    /** The beginning of a command line: one core and this JVM. */
    static List<String> onOneCore() {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return new ArrayList<>(List.of("taskset", "-c", "0", java));
    }

    /** What the process holds in memory now. */
    double residentMegabytes() throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        return Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow(() -> new IOException("the agent has ended"))
                / KILOBYTES_A_MEGABYTE;
    }

    /** Ends it as a technician would; with a cache to be written that takes a while. */
    @Override
    public void close() throws IOException {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IOException("the agent did not stop");
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
