package org.assistcounter.powercuts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A folder as it stands while the calls of a trace go by. A sync is honest: what it covered stays.
 * Everything after the last sync of a file, and every name changed after the last sync of the
 * folder, is open.
 */
final class Disk {
    private final Map<String, Name> names = new TreeMap<>();
    private long acknowledged;

    Disk(Trace trace) {
        trace.before().forEach((file, content) -> name(file).show(new StoredFile(content)));
        acknowledged = trace.acknowledged();
        syncNames();
    }

    void apply(DiskCall call) {
        switch (call) {
            case DiskCall.Opened c -> opened(c);
            case DiskCall.Written c -> file(c.file()).write(c.at(), c.bytes());
            case DiskCall.Resized c -> file(c.file()).resize(c.length());
            case DiskCall.Synced c -> file(c.file()).sync();
            case DiskCall.FolderSynced _ -> syncNames();
            case DiskCall.Removed c -> name(c.file()).show(null);
            case DiskCall.Renamed c -> {
                StoredFile moved = file(c.file());
                name(c.file()).show(null);
                name(c.to()).show(moved);
            }
            case DiskCall.Acknowledged c -> acknowledged = c.seq();
        }
    }

    /** The newest record that must not be missing. */
    long acknowledged() {
        return acknowledged;
    }

    /** For each name, the files it may lead to after a power cut; null where there is none. */
    Map<String, List<@Nullable StoredFile>> candidates() {
        Map<String, List<@Nullable StoredFile>> all = new TreeMap<>();
        names.forEach((file, name) -> all.put(file, name.since));
        return all;
    }

    private void opened(DiskCall.Opened call) {
        Name name = name(call.file());
        StoredFile file = name.newest();
        if (file == null) {
            name.show(new StoredFile(new byte[0]));
        } else if (call.emptied()) {
            file.resize(0);
        }
    }

    private StoredFile file(String file) {
        StoredFile found = name(file).newest();
        if (found == null) {
            throw new IllegalStateException("the trace uses " + file + " and never opened it");
        }
        return found;
    }

    private Name name(String file) {
        return names.computeIfAbsent(file, _ -> new Name());
    }

    private void syncNames() {
        names.values().forEach(Name::sync);
    }

    /** A name in the folder, and what it led to since the folder was synced. */
    private static final class Name {
        private final List<@Nullable StoredFile> since = new ArrayList<>();

        Name() {
            since.add(null);
        }

        @Nullable StoredFile newest() {
            return since.getLast();
        }

        void show(@Nullable StoredFile file) {
            since.add(file);
        }

        void sync() {
            since.subList(0, since.size() - 1).clear();
        }
    }
}
