package org.assistcounter.devices.line;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How something looks to those who watch it: they are told when that has changed. */
public final class Shown<S> {

    private @Nullable S latest;

    /** All sends that have gathered, and the look if it is news; the list is empty then. */
    public LineOutput<S> drained(List<byte[]> sends, S look) {
        List<S> news = new ArrayList<>();
        if (!look.equals(latest)) {
            latest = look;
            news.add(look);
        }
        return LineOutput.drained(sends, news);
    }
}
