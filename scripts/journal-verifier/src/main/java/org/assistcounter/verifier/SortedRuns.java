package org.assistcounter.verifier;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.assistcounter.verifier.SalesTable.Figures;
import org.assistcounter.verifier.SalesTable.Row;
import org.jspecify.annotations.Nullable;

/**
 * Rows that were sorted in memory and wait on disk. Runs of one size are merged when there are many
 * of them, so that few files are open and a row is written a few times only. The files have no name
 * any more when they are written: nothing is left of a verifier that is killed.
 */
final class SortedRuns implements Closeable {
    private static final int OF_ONE_SIZE_MAX = 16;

    private final List<List<Run>> sizes = new ArrayList<>();

    /** One more of the smallest size. */
    void add(RowSource sorted) throws IOException {
        add(0, Run.write(sorted));
    }

    private void add(int size, Run run) throws IOException {
        if (sizes.size() == size) {
            sizes.add(new ArrayList<>());
        }
        List<Run> same = sizes.get(size);
        same.add(run);
        if (same.size() == OF_ONE_SIZE_MAX) {
            Run merged = Run.write(RowSource.merged(sources(same)));
            close(same);
            add(size + 1, merged);
        }
    }

    private static List<RowSource> sources(List<Run> runs) throws IOException {
        List<RowSource> sources = new ArrayList<>();
        for (Run run : runs) {
            sources.add(run.read());
        }
        return sources;
    }

    /** All of it and these as one; one such source at a time. */
    RowSource with(RowSource more) throws IOException {
        if (sizes.isEmpty()) {
            return more;
        }
        List<RowSource> sources = new ArrayList<>(List.of(more));
        for (List<Run> same : sizes) {
            sources.addAll(sources(same));
        }
        return RowSource.merged(sources);
    }

    private static void close(List<Run> runs) throws IOException {
        for (Run run : runs) {
            run.channel.close();
        }
        runs.clear();
    }

    @Override
    public void close() throws IOException {
        for (List<Run> same : sizes) {
            close(same);
        }
    }

    /** One file of so many rows. */
    private record Run(FileChannel channel, long count) {

        static Run write(RowSource rows) throws IOException {
            FileChannel channel =
                    FileChannel.open(
                            Files.createTempFile("verify-journal", ".rows"),
                            StandardOpenOption.READ,
                            StandardOpenOption.WRITE,
                            StandardOpenOption.DELETE_ON_CLOSE);
            var out =
                    new DataOutputStream(
                            new BufferedOutputStream(Channels.newOutputStream(channel)));
            long count = 0;
            for (Row row = rows.next(); row != null; row = rows.next()) {
                write(row, out);
                count++;
            }
            out.flush();
            return new Run(channel, count);
        }

        private static void write(Row row, DataOutputStream out) throws IOException {
            byte[] product = row.product().getBytes(StandardCharsets.UTF_8);
            out.writeLong(row.day().toEpochDay());
            out.writeInt(product.length);
            out.write(product);
            out.writeLong(row.figures().delivered());
            out.writeLong(row.figures().amountMinor());
            out.writeLong(row.figures().refundedMinor());
            out.writeLong(row.figures().heldMinor());
        }

        RowSource read() throws IOException {
            channel.position(0);
            var in = new DataInputStream(new BufferedInputStream(Channels.newInputStream(channel)));
            return new RowSource() {
                private long left = count;

                @Override
                public @Nullable Row next() throws IOException {
                    return left-- > 0 ? row(in) : null;
                }
            };
        }

        private static Row row(DataInputStream in) throws IOException {
            LocalDate day = LocalDate.ofEpochDay(in.readLong());
            byte[] product = in.readNBytes(in.readInt());
            return new Row(
                    day,
                    new String(product, StandardCharsets.UTF_8),
                    new Figures(in.readLong(), in.readLong(), in.readLong(), in.readLong()));
        }
    }
}
