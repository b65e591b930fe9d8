package org.assistcounter.simulation;

import java.util.List;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What became of planted bugs: who was caught, by which invariant, after how many seeds. */
record HuntReport(Options options, List<BugHunt.Trail> trails) {

    /** One bug, as soon as it is known. */
    static void print(BugHunt.Trail trail) {
        System.out.printf(
                trail.isCaught() ? "%s: seed %d: %s%n" : "%s: NOT CAUGHT by seed %d%s%n",
                trail.bug().name(),
                trail.seed(),
                trail.violation());
    }

    boolean isEachCaught() {
        return trails.stream().allMatch(BugHunt.Trail::isCaught);
    }

    void print() {
        long caught = trails.stream().filter(BugHunt.Trail::isCaught).count();
        System.out.printf(
                "%d of %d planted bugs caught, half of them within %d seeds of %d hours%n",
                caught, trails.size(), median(), options.hours());
        if (options.isJson()) {
            System.out.println(json(caught));
        }
    }

    private long median() {
        List<Long> seeds = trails.stream().map(this::tried).sorted().toList();
        return seeds.get((seeds.size() - 1) / 2);
    }

    private long tried(BugHunt.Trail trail) {
        return trail.seed() - options.firstSeed() + 1;
    }

    private String json(long caught) {
        ObjectNode json =
                JsonMapper.shared()
                        .createObjectNode()
                        .put("bugs", trails.size())
                        .put("caught", caught)
                        .put("medianSeeds", median());
        ArrayNode violations = json.putArray("violations");
        for (BugHunt.Trail trail : trails) {
            violations
                    .addObject()
                    .put("bug", trail.bug().name())
                    .put("caught", trail.isCaught())
                    .put("seed", trail.seed())
                    .put("seeds", tried(trail))
                    .put("what", trail.violation());
        }
        return json.toString();
    }
}
