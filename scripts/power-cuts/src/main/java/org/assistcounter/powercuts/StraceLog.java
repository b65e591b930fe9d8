package org.assistcounter.powercuts;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what strace wrote ({@code -f -y -xx}) about one folder and the note of acknowledged
 * records. A call that would change the folder in a way that this cannot follow is an error, so
 * that no change goes by unseen.
 */
final class StraceLog {
    /** The calls that strace is asked for; a machine need not have those with a question mark. */
    static final String CALLS =
            "?open,openat,?creat,write,writev,pwrite64,pwritev,?pwritev2,ftruncate,truncate,"
                    + "fallocate,fsync,fdatasync,?unlink,unlinkat,?rename,renameat,?renameat2,"
                    + "?link,linkat,mmap,copy_file_range,sendfile";

    private static final Pattern CALL =
            Pattern.compile(
                    "(?<name>\\w+)\\((?<words>.*)\\) += (?<result>-?\\d+|0x\\p{XDigit}+).*");
    private static final Pattern LINE = Pattern.compile("(?<process>\\d+) +(?<rest>.*)");
    private static final Pattern RESUMED = Pattern.compile("<\\.\\.\\. \\w+ resumed>(?<rest>.*)");
    private static final String UNFINISHED = " <unfinished ...>";
    private static final Pattern TEXT = Pattern.compile("[\"<]((?:\\\\x\\p{XDigit}{2})*)[\">]");

    private final Path folder;
    private final Map<String, String> unfinished = new HashMap<>();
    private final List<DiskCall> calls = new ArrayList<>();

    private StraceLog(Path folder) {
        this.folder = folder;
    }

    static List<DiskCall> read(List<String> lines, Path folder) {
        StraceLog log = new StraceLog(folder);
        lines.forEach(log::line);
        return log.calls;
    }

    /** A call that another thread's interrupted counts when it returned. */
    private void line(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalStateException("a line that strace does not write: " + line);
        }
        String process = parts.group("process");
        String rest = parts.group("rest");
        Matcher resumed = RESUMED.matcher(rest);
        if (rest.endsWith(UNFINISHED)) {
            unfinished.put(process, rest.substring(0, rest.length() - UNFINISHED.length()));
        } else if (resumed.matches()) {
            String begin = unfinished.remove(process);
            // A call that began before strace looked for it opens nothing of ours.
            if (begin != null) {
                call(begin + resumed.group("rest"));
            }
        } else {
            call(rest);
        }
    }

    private void call(String text) {
        Matcher parts = CALL.matcher(text);
        // Signals, ends of threads and calls that never returned.
        if (!parts.matches() || parts.group("result").startsWith("-")) {
            return;
        }
        List<String> words = List.of(parts.group("words").split(", *"));
        switch (parts.group("name")) {
            case "open", "creat", "openat" -> opened(parts.group("name"), words);
            case "write" -> noted(words, parts.group("result"));
            case "pwrite64" -> written(words, parts.group("result"));
            case "ftruncate" -> resized(words);
            case "fsync", "fdatasync" -> synced(words.getFirst());
            case "unlink" -> removed(text(words.getFirst()));
            case "unlinkat" -> removed(within(words.get(0), words.get(1)));
            case "rename" -> renamed(text(words.get(0)), text(words.get(1)));
            case "renameat", "renameat2" ->
                    renamed(within(words.get(0), words.get(1)), within(words.get(2), words.get(3)));
            case "mmap" -> mapped(words);
            default -> refuseOurs(parts.group("name"), words);
        }
    }

    private void opened(String name, List<String> words) {
        boolean at = name.equals("openat");
        String path = at ? within(words.get(0), words.get(1)) : text(words.getFirst());
        String flags = name.equals("creat") ? "O_CREAT|O_TRUNC" : words.get(at ? 2 : 1);
        List<String> all = List.of(flags.split("\\|"));
        if (isOurs(path) && (all.contains("O_CREAT") || all.contains("O_TRUNC"))) {
            calls.add(new DiskCall.Opened(name(path), all.contains("O_TRUNC")));
        }
    }

    /** Plain writes are how records are acknowledged; the journal itself writes at places. */
    private void noted(List<String> words, String result) {
        String path = text(words.getFirst());
        if (path.equals(folder.resolveSibling(Writer.ACKNOWLEDGED).toString())) {
            String note =
                    new String(bytes(words.get(1)), java.nio.charset.StandardCharsets.US_ASCII);
            if (note.length() != Integer.parseInt(result)) {
                throw new IllegalStateException("an acknowledgement was cut short");
            }
            calls.add(new DiskCall.Acknowledged(Long.parseLong(note.strip())));
        } else {
            refuseOurs("write", words);
        }
    }

    private void written(List<String> words, String result) {
        String path = text(words.getFirst());
        if (!isOurs(path)) {
            return;
        }
        byte[] all = bytes(words.get(1));
        int count = Integer.parseInt(result);
        if (words.get(1).endsWith("...") || all.length < count) {
            throw new IllegalStateException("strace shows only a part of a write");
        }
        calls.add(
                new DiskCall.Written(
                        name(path),
                        Long.parseLong(words.get(3)),
                        java.nio.ByteBuffer.wrap(all, 0, count)));
    }

    private void resized(List<String> words) {
        String path = text(words.getFirst());
        if (isOurs(path)) {
            calls.add(new DiskCall.Resized(name(path), Long.parseLong(words.get(1))));
        }
    }

    private void synced(String word) {
        String path = text(word);
        if (path.equals(folder.toString())) {
            calls.add(new DiskCall.FolderSynced());
        } else if (isOurs(path)) {
            calls.add(new DiskCall.Synced(name(path)));
        }
    }

    private void removed(String path) {
        if (isOurs(path)) {
            calls.add(new DiskCall.Removed(name(path)));
        }
    }

    private void renamed(String from, String to) {
        if (isOurs(from) != isOurs(to)) {
            throw new IllegalStateException("a file went in or out of the folder: " + from);
        }
        if (isOurs(from)) {
            calls.add(new DiskCall.Renamed(name(from), name(to)));
        }
    }

    private void mapped(List<String> words) {
        if (words.get(2).contains("PROT_WRITE") && words.get(3).contains("MAP_SHARED")) {
            refuseOurs("mmap", words);
        }
    }

    private void refuseOurs(String name, List<String> words) {
        for (String word : words) {
            if (TEXT.matcher(word).find() && isOurs(text(word))) {
                throw new IllegalStateException(name + " changes " + text(word) + " unseen");
            }
        }
    }

    /**
     * The index of the log in shared memory is no part of the disk: SQLite makes it anew when the
     * first process opens the journal.
     */
    private boolean isOurs(String path) {
        return path.startsWith(folder + "/")
                && !path.endsWith("-shm")
                && !path.endsWith(" (deleted)");
    }

    private String name(String path) {
        return path.substring(folder.toString().length() + 1);
    }

    private static String within(String where, String path) {
        return Path.of(text(where)).resolve(text(path)).toString();
    }

    private static String text(String word) {
        return new String(bytes(word), java.nio.charset.StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String word) {
        Matcher text = TEXT.matcher(word);
        return text.find()
                ? HexFormat.of().parseHex(text.group(1).replace("\\x", ""))
                : new byte[0];
    }
}
