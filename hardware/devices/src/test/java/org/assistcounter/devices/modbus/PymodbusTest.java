package org.assistcounter.devices.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.assistcounter.devices.line.Line;
import org.assistcounter.devices.line.SerialLine;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Our requests against a slave that somebody else wrote, over a pair of pseudo-terminals. */
@Tag("slow")
class PymodbusTest {

    private static final Path PYTHON = Path.of("target", "pymodbus", "bin", "python");
    private static final long ANSWER_MILLIS = 3_000;

    @Test
    void isUnderstoodByPymodbusInEveryFunction() throws Exception {
        assumeTrue(hasPymodbus(), "skipped: pymodbus cannot be installed here (python3, pip)");
        Process server =
                new ProcessBuilder(PYTHON.toString(), "src/test/resources/pymodbus_server.py")
                        .redirectError(Path.of("target", "pymodbus.log").toFile())
                        .start();
        try (BufferedReader words = server.inputReader(StandardCharsets.UTF_8);
                Line line = open(words.readLine())) {
            assertThat(ask(line, new ModbusRequest.WriteRegister(3, 0xBEEF)))
                    .isEqualTo(new ModbusAnswer.Written());
            assertThat(ask(line, new ModbusRequest.WriteRegisters(4, List.of(1, 65_535))))
                    .isEqualTo(new ModbusAnswer.Written());
            assertThat(ask(line, new ModbusRequest.ReadRegisters(3, 4)))
                    .isEqualTo(new ModbusAnswer.Registers(List.of(0xBEEF, 1, 65_535, 0)));

            assertThat(ask(line, new ModbusRequest.WriteCoil(0, true)))
                    .isEqualTo(new ModbusAnswer.Written());
            var coils = List.of(true, false, true, true, false, false, false, false, true);
            assertThat(ask(line, new ModbusRequest.WriteCoils(1, coils)))
                    .isEqualTo(new ModbusAnswer.Written());
            assertThat(ask(line, new ModbusRequest.ReadCoils(0, 11)))
                    .isEqualTo(
                            new ModbusAnswer.Bits(
                                    List.of(
                                            true, true, false, true, true, false, false, false,
                                            false, true, false)));

            assertThat(ask(line, new ModbusRequest.ReadInputs(0, 4)))
                    .isEqualTo(new ModbusAnswer.Bits(List.of(true, false, false, true)));
            assertThat(ask(line, new ModbusRequest.ReadRegisters(0x1000, 1)))
                    .isEqualTo(new ModbusAnswer.Refused(2));
        } finally {
            server.destroy();
            server.waitFor(5, TimeUnit.SECONDS);
        }
    }

    private static ModbusAnswer ask(Line line, ModbusRequest request) throws IOException {
        line.write(ModbusCodec.encode(1, request));
        byte[] answer = {};
        byte[] portion = new byte[256];
        long until = System.nanoTime() + ANSWER_MILLIS * 1_000_000;
        while (answer.length < ModbusCodec.answerBytes(request, answer)
                && System.nanoTime() < until) {
            int count = Math.max(0, line.read(portion, 20));
            answer = Arrays.copyOf(answer, answer.length + count);
            System.arraycopy(portion, 0, answer, answer.length - count, count);
        }
        return ModbusCodec.decode(1, request, answer);
    }

    /** The server answers as soon as it has opened its end; the first question may be too early. */
    private static Line open(String name) throws Exception {
        Line line = SerialLine.opener(name, 19_200).open();
        var probe = new ModbusRequest.ReadRegisters(0, 1);
        for (int i = 0; i < 5; i++) {
            if (ask(line, probe) instanceof ModbusAnswer.Registers) {
                return line;
            }
        }
        throw new IOException("pymodbus does not answer; see target/pymodbus.log");
    }

    private static boolean hasPymodbus() throws Exception {
        if (!Files.exists(PYTHON) && !runs("python3", "-m", "venv", "target/pymodbus")) {
            return false;
        }
        return runs(PYTHON.toString(), "-c", "import pymodbus, serial")
                || runs(
                        PYTHON.toString(),
                        "-m",
                        "pip",
                        "install",
                        "-q",
                        "--retries",
                        "1",
                        "--timeout",
                        "20",
                        "pymodbus==3.15.0",
                        "pyserial==3.5");
    }

    private static boolean runs(String... command) throws Exception {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start();
            boolean isOver = process.waitFor(90, TimeUnit.SECONDS);
            process.destroy();
            return isOver && process.exitValue() == 0;
        } catch (IOException e) {
            return false;
        }
    }
}
