package org.assistcounter.witness;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.protocol.signing.Ed25519;
import org.assistcounter.protocol.transparency.NoteKey;
import org.jspecify.annotations.Nullable;

/** The command; {@code scripts/witness} has its help. */
public final class Witness {
    static final int COSIGNED = 0;
    static final int FORK = 1;
    static final int NOT_RUN = 2;

    private static final Duration EVERY = Duration.ofMinutes(1);

    private Witness() {}

    /** Runs until it is stopped, or once. */
    public static void main(String[] words) {
        System.exit(run(List.of(words), System.out, System.err));
    }

    static int run(List<String> words, PrintStream out, PrintStream err) {
        try {
            return run(Call.of(words), out, err);
        } catch (IllegalArgumentException | IOException failure) {
            err.println("witness: " + failure.getMessage());
            if (words.contains("--json")) {
                out.println("{\"outcome\":\"not-run\"}");
            }
            return NOT_RUN;
        }
    }

    private static int run(Call call, PrintStream out, PrintStream err) throws IOException {
        try (WitnessFolder folder = WitnessFolder.open(call.data());
                LogClient client = new LogClient(call.log())) {
            Ed25519 key = folder.key(new SecureRandom());
            String own = NoteKey.ofWitness(call.name(), key.publicKey()).text();
            out.println("this witness's key, for the log and for auditors: " + own);
            if (call.logKey() == null) {
                return COSIGNED;
            }
            Round round =
                    new Round(client, folder, call.logKey(), call.name(), key, Clock.systemUTC());
            return call.once() ? once(round, call, out, err) : forever(round, call, out, err);
        }
    }

    private static int once(Round round, Call call, PrintStream out, PrintStream err)
            throws IOException {
        return switch (round.run()) {
            case Round.Outcome.Cosigned cosigned -> {
                out.println("cosigned the log of " + cosigned.head().size() + " leaves");
                say(call, "cosigned", cosigned.head().size(), out);
                yield COSIGNED;
            }
            case Round.Outcome.Fork fork -> {
                shout(fork.how(), err);
                say(call, "fork", 0, out);
                yield FORK;
            }
        };
    }

    private static void say(Call call, String outcome, long size, PrintStream out) {
        if (call.json()) {
            out.println("{\"outcome\":\"" + outcome + "\",\"treeSize\":" + size + "}");
        }
    }

    /** A log that cannot be reached is tried again; a fork is shouted until a person comes. */
    private static int forever(Round round, Call call, PrintStream out, PrintStream err) {
        while (!Thread.currentThread().isInterrupted()) {
            try {
                once(round, call, out, err);
            } catch (IOException failure) {
                err.println("witness: " + failure.getMessage());
            }
            try {
                Thread.sleep(call.every());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return COSIGNED;
    }

    private static void shout(String how, PrintStream err) {
        err.println("FORK FOUND: " + how);
        err.println("This log has shown two histories. Nothing more is cosigned. Keep FORK.txt in");
        err.println("the data folder: its two signed heads prove it to anybody. Tell the auditor.");
    }

    /** What was asked for; without a log's key only the own key is shown. */
    private record Call(
            URI log,
            @Nullable NoteKey logKey,
            String name,
            Path data,
            Duration every,
            boolean once,
            boolean json) {

        static Call of(List<String> words) {
            Map<String, String> values = new HashMap<>();
            boolean once = false;
            boolean json = false;
            for (int i = 0; i < words.size(); i++) {
                switch (words.get(i)) {
                    case "--once" -> once = true;
                    case "--json" -> json = true;
                    case "--log", "--log-key", "--name", "--data", "--every" ->
                            values.put(words.get(i), value(words, ++i));
                    default ->
                            throw new IllegalArgumentException("not understood: " + words.get(i));
                }
            }
            String key = values.get("--log-key");
            String every = values.getOrDefault("--every", "" + EVERY.toSeconds());
            return new Call(
                    URI.create(values.getOrDefault("--log", "http://localhost:8080")),
                    key == null ? null : NoteKey.parse(key),
                    required(values, "--name"),
                    Path.of(required(values, "--data")),
                    Duration.ofSeconds(Long.parseLong(every)),
                    once,
                    json);
        }

        private static String value(List<String> words, int at) {
            if (at >= words.size()) {
                throw new IllegalArgumentException(words.get(at - 1) + " needs a value");
            }
            return words.get(at);
        }

        private static String required(Map<String, String> values, String name) {
            String value = values.get(name);
            if (value == null) {
                throw new IllegalArgumentException(name + " is missing");
            }
            return value;
        }
    }
}
