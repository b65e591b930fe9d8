package org.assistcounter.verifier;

import org.jspecify.annotations.Nullable;

/** Whether the log has the heads that an extract of a journal begins after and ends with. */
record LogCheck(TreeProof.@Nullable Head head, Findings findings) {

    void check(CounterPage page, CounterOutcome.Span span) {
        CounterPage.Leaf leaf = page.leaf();
        if (leaf.seq() != page.last()) {
            findings.add(page.last(), "the leaf of the log is of record " + leaf.seq());
        }
        if (span.last() != page.last() || !leaf.hash().equals(span.lastHash())) {
            findings.add(
                    page.last(),
                    "forked or cut journal: the log has record "
                            + leaf.seq()
                            + " with hash "
                            + leaf.hash()
                            + ", the export ends with record "
                            + span.last()
                            + " and hash "
                            + span.lastHash());
        }
        checkPlace(page, leaf);
        CounterPage.Leaf anchor = page.anchorLeaf();
        if (anchor != null) {
            checkPlace(page, anchor);
        }
    }

    private void checkPlace(CounterPage page, CounterPage.Leaf leaf) {
        if (!leaf.counter().equals(page.head().counter())) {
            findings.add(leaf.seq(), "the leaf of the log is of counter " + leaf.counter());
        }
        TreeProof.Head newest = head;
        if (newest != null
                && !TreeProof.includes(leaf.merkle(), leaf.index(), newest, leaf.path())) {
            findings.add(leaf.seq(), "the log of size " + newest.size() + " does not have it");
        }
    }
}
