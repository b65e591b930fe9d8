package org.assistcounter.counter.agent;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Optional;
import org.assistcounter.counter.service.ServiceCode;

/**
 * Sets the service code of one counter. It is read from standard input, because what stands on a
 * command line is seen by everybody on the computer; an empty line has one drawn and printed once.
 * A running agent takes the new code at once.
 */
record ServiceCodeCommand(InputStream in, PrintStream out, SecureRandom random) {
    private static final int DRAWN_BOUND = 100_000_000;

    void run(Path data) throws IOException {
        out.println("The service code, six to eight digits; an empty line has one drawn:");
        String line =
                Optional.ofNullable(
                                new BufferedReader(
                                                new InputStreamReader(in, StandardCharsets.UTF_8))
                                        .readLine())
                        .orElse("")
                        .strip();
        ServiceCode code = line.isEmpty() ? drawn() : chosen(line);
        ServiceCodeFile.of(data).keep(code, random);
        out.println(
                line.isEmpty()
                        ? "The service code of this counter is %s. Nobody keeps it in clear."
                                .formatted(code.digits())
                        : "The service code is set.");
    }

    private static ServiceCode chosen(String line) {
        ServiceCode code =
                ServiceCode.read(line)
                        .orElseThrow(() ->
                                new SettingsException("a service code has six to eight digits"));
        if (code.isGuessable()) {
            throw new SettingsException("a service code that anybody tries first");
        }
        return code;
    }

    private ServiceCode drawn() {
        ServiceCode code;
        do {
            code = new ServiceCode("%08d".formatted(random.nextInt(DRAWN_BOUND)));
        } while (code.isGuessable());
        return code;
    }
}
