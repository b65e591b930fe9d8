package org.assistcounter.powercuts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lines of strace 6.1, with the texts in clear here and in its hexadecimal there. */
class StraceLogTest {
    private static final Path FOLDER = Path.of("/d/f");
    private static final Pattern TEXTS = Pattern.compile("'([^']*)'|<(/[^>]*)>");

    @Test
    void seesWhatChangesTheFolder() {
        assertThat(
                        read(
                                "openat(AT_FDCWD</x>, '/d/f/j', O_RDWR|O_CREAT|O_CLOEXEC, 0644)"
                                        + " = 24</d/f/j>",
                                "pwrite64(24</d/f/j>, 'abc', 3, 4096) = 3",
                                "ftruncate(24</d/f/j>, 12) = 0",
                                "fsync(24</d/f/j>) = 0",
                                "fsync(25</d/f>) = 0",
                                "rename('/d/f/j', '/d/f/k') = 0",
                                "unlink('/d/f/k') = 0",
                                "write(27</d/acknowledged>, '41\n', 3) = 3"))
                .containsExactly(
                        new DiskCall.Opened("j", false),
                        new DiskCall.Written("j", 4096, bytes("abc")),
                        new DiskCall.Resized("j", 12),
                        new DiskCall.Synced("j"),
                        new DiskCall.FolderSynced(),
                        new DiskCall.Renamed("j", "k"),
                        new DiskCall.Removed("k"),
                        new DiskCall.Acknowledged(41));
    }

    @Test
    void putsACallTogetherThatAnotherThreadInterrupted() {
        assertThat(
                        StraceLog.read(
                                List.of(
                                        "12 " + hex("fsync(24</d/f/j> <unfinished ...>"),
                                        "13 " + hex("write(1</dev/null>, 'x', 1) = 1"),
                                        "12 <... fsync resumed>)             = 0",
                                        "12 +++ exited with 0 +++"),
                                FOLDER))
                .containsExactly(new DiskCall.Synced("j"));
    }

    @Test
    void takesOnlyWhatWasWritten() {
        assertThat(read("pwrite64(24</d/f/j>, 'abc', 3, 0) = 2"))
                .containsExactly(new DiskCall.Written("j", 0, bytes("ab")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pwrite64(24</d/f/j>, 'abc', 3, 0) = -1 ENOSPC (No space left on device)",
                "fsync(24</d/f/j>) = -1 EIO (Input/output error)",
                "unlink('/d/f/j') = -1 ENOENT (No such file or directory)",
                "openat(AT_FDCWD</x>, '/d/f/j', O_RDONLY|O_CLOEXEC) = 24</d/f/j>",
                "pwrite64(24</d/other>, 'abc', 3, 0) = 3",
                "pwrite64(26</d/f/j-shm>, 'abc', 3, 0) = 3",
                "mmap(NULL, 32768, PROT_READ|PROT_WRITE, MAP_SHARED, 26</d/f/j-shm>, 0) = 0x7f28",
                "mmap(NULL, 4096, PROT_READ, MAP_SHARED, 24</d/f/j>, 0) = 0x7f2852",
                "write(1</dev/pts/0>, 'a word, and (another)', 21) = 21"
            })
    void passesOverWhatChangesNothing(String call) {
        assertThat(read(call)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "write(24</d/f/j>, 'abc', 3) = 3",
                "pwritev(24</d/f/j>, [{iov_base='abc', iov_len=3}], 1, 0) = 3",
                "fallocate(24</d/f/j>, 0, 0, 4096) = 0",
                "mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_SHARED, 24</d/f/j>, 0) = 0x7f2852",
                "rename('/d/f/j', '/d/elsewhere') = 0",
                "pwrite64(24</d/f/j>, 'abc'..., 9, 0) = 9"
            })
    void refusesAChangeThatItCannotFollow(String call) {
        assertThatThrownBy(() -> read(call)).isInstanceOf(IllegalStateException.class);
    }

    private static List<DiskCall> read(String... calls) {
        List<String> lines = new ArrayList<>();
        for (String call : calls) {
            lines.add("4711 " + hex(call));
        }
        return StraceLog.read(lines, FOLDER);
    }

    private static String hex(String call) {
        return TEXTS.matcher(call).replaceAll(StraceLogTest::hex);
    }

    private static String hex(MatchResult text) {
        boolean isQuoted = text.group(1) != null;
        byte[] bytes = text.group(isQuoted ? 1 : 2).getBytes(StandardCharsets.UTF_8);
        String all = HexFormat.of().withPrefix("\\\\x").formatHex(bytes);
        return isQuoted ? '"' + all + '"' : '<' + all + '>';
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }
}
