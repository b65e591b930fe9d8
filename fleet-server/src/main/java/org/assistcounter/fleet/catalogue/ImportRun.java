package org.assistcounter.fleet.catalogue;

import java.util.List;
import org.assistcounter.fleet.spreadsheets.Problem;

/**
 * What became of a file.
 *
 * @param rows how many it has
 * @param good how many of them are, or would be, taken
 * @param problems each bad row and why, the first of them
 * @param more how many problems there are beyond those
 * @param isApplied whether it stands in the registry now
 */
public record ImportRun(
        File file, int rows, int good, List<Problem> problems, long more, boolean isApplied) {

    /** Which file it was, and of what. */
    public record File(String kind, String name) {}

    /** Whether it may be taken as it is. */
    public boolean isClean() {
        return problems.isEmpty() && rows > 0;
    }
}
