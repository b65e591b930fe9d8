package org.assistcounter.counter.screen;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The closed page of a counter that has no state to show, because it must not start. Pure. */
final class ClosedView {
    private static final long REVISION = 1;

    private ClosedView() {}

    static String write(Place place, String reason) {
        ObjectNode view = JsonMapper.shared().createObjectNode();
        view.put("revision", REVISION).put("fresh", true).put("online", false);
        place.write(view);
        return view.put("kind", "closed").put("reason", reason).toString();
    }
}
