package org.assistcounter.fleet.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Refuses a start in words when one of a group of settings is missing or names a bad file.
 *
 * @param prefix what the names of the group begin with, its dot included
 */
public record SettingCheck(String prefix) {

    /** The group works only with this one. */
    public void require(@Nullable Object value, String name) {
        if (value == null) {
            throw new StartRefused(
                    prefix + name + " is missing.", "Set it, or take out all of " + prefix + "*.");
        }
    }

    /** What stands in the file that the setting names. */
    public String text(@Nullable Path file, String name) {
        String refusal = prefix + name + " names " + file + ", which cannot be read.";
        if (file == null || !Files.isReadable(file)) {
            throw new StartRefused(refusal, "Name a file that the server may read.");
        }
        try {
            return Files.readString(file).strip();
        } catch (IOException failure) {
            throw new StartRefused(refusal, "Name a text file that the server may read.", failure);
        }
    }
}
