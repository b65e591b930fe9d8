package org.assistcounter.powercuts;

import java.nio.ByteBuffer;

/** What the journal's process asked of the disk, in order. Files are named within their folder. */
sealed interface DiskCall {

    /** The file is there afterwards; {@code emptied} when it was cut to nothing. */
    record Opened(String file, boolean emptied) implements DiskCall {}

    /** Bytes at a place. */
    record Written(String file, long at, ByteBuffer bytes) implements DiskCall {}

    /** The file has this length afterwards. */
    record Resized(String file, long length) implements DiskCall {}

    /** What was written to the file is on the disk; an honest one. */
    record Synced(String file) implements DiskCall {}

    /** Which files there are, under which names, is on the disk. */
    record FolderSynced() implements DiskCall {}

    /** The name is gone. */
    record Removed(String file) implements DiskCall {}

    /** The file has another name, and what had it is gone. */
    record Renamed(String file, String to) implements DiskCall {}

    /** The store has returned from an append: this record, and all before it, must stay. */
    record Acknowledged(long seq) implements DiskCall {}
}
