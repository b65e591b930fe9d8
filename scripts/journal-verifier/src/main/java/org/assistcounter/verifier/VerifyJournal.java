package org.assistcounter.verifier;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The command: reads its arguments, prints the result, and says it again with its exit code. */
public final class VerifyJournal {

    public static final int GOOD = 0;
    public static final int BAD = 1;
    public static final int NOT_RUN = 2;

    private static final int TAR_MAGIC_AT = 257;
    private static final String TAR_MAGIC = "ustar";

    private VerifyJournal() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), out, System.err));
    }

    /** The same without ending the process; its exit code is the answer. */
    public static int run(List<String> words, PrintStream out, PrintStream err) {
        boolean json = words.contains("--json");
        Arguments arguments;
        try {
            arguments = Arguments.parse(words);
        } catch (MalformedException failure) {
            return refuse(
                    "usage: scripts/verify-journal --help: " + failure.reason(), json, out, err);
        }
        Path file = arguments.file();
        if (!Files.exists(file)) {
            return refuse(file + " is not a file", json, out, err);
        }
        try {
            return isJournal(file) ? journal(arguments, out) : export(arguments, out);
        } catch (IOException failure) {
            return refuse(file + " cannot be read: " + failure.getMessage(), json, out, err);
        }
    }

    /** A journal is text that begins with its title; all else is taken to be an archive. */
    private static boolean isJournal(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] begin = in.readNBytes(TAR_MAGIC_AT + TAR_MAGIC.length());
            return begin.length < TAR_MAGIC_AT + TAR_MAGIC.length()
                    || !new String(begin, StandardCharsets.ISO_8859_1).endsWith(TAR_MAGIC);
        }
    }

    private static int journal(Arguments arguments, PrintStream out) throws IOException {
        try (Result result = Verification.of(arguments.file(), arguments.trusted())) {
            Report.print(result, out);
            if (arguments.json()) {
                Json.print(result, out);
            }
            return result.good() ? GOOD : BAD;
        }
    }

    private static int export(Arguments arguments, PrintStream out) throws IOException {
        try (Archive archive = Archive.at(arguments.file());
                ExportResult result =
                        ExportCheck.of(archive, arguments.trusted(), arguments.allSignatures())) {
            ExportReport.print(result, out);
            if (arguments.json()) {
                ExportJson.print(result, out);
            }
            return result.good() ? GOOD : BAD;
        } catch (MalformedException failure) {
            out.println("error        " + Report.plain(failure.reason()));
            out.println("verdict      bad");
            if (arguments.json()) {
                Json.printUnreadable(failure.reason(), out);
            }
            return BAD;
        }
    }

    private static int refuse(String reason, boolean json, PrintStream out, PrintStream err) {
        err.println("verify-journal: " + reason);
        if (json) {
            Json.printUnreadable(reason, out);
        }
        return NOT_RUN;
    }
}
