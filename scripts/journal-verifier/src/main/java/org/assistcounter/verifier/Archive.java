package org.assistcounter.verifier;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;

/** The files of an export, in a folder or in one tar archive; each can be read by itself. */
interface Archive extends Closeable {

    /** The files' sizes by their names with slashes, sorted. */
    SortedMap<String, Long> files();

    /** The names of what stands there and is no file that can be read, such as a link. */
    List<String> strangers();

    /** The bytes of a file; several may be read at once. */
    InputStream open(String name) throws IOException;

    /** Opens what stands at the path. */
    static Archive at(Path path) throws IOException, MalformedException {
        return Files.isDirectory(path) ? FolderArchive.at(path) : TarArchive.at(path);
    }

    /** A small file as a whole. */
    default byte[] bytes(String name, int sizeMax) throws IOException, MalformedException {
        Long size = files().get(name);
        if (size == null) {
            throw new MalformedException(name + " is missing");
        }
        if (size > sizeMax) {
            throw new MalformedException(name + " has " + size + " bytes, more than " + sizeMax);
        }
        try (InputStream in = open(name)) {
            return in.readAllBytes();
        }
    }
}
