package org.assistcounter.counter.agent;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.assistcounter.protocol.identity.CounterId;
import org.assistcounter.protocol.journal.ChainHead;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * The keys that a counter's journal has had on this card. The journal begins with the first one's
 * certificate or base; an export has all of them.
 *
 * @param keys in order; the last one signs now
 */
record KeyHistory(List<Key> keys) {
    /** What an enrolment says of those before its own. */
    static final String EARLIER = "earlier";

    private static final String PUBLIC_KEY = "journalPublicKey";
    private static final String CERTIFICATE = "certificate";
    private static final String JOURNAL = "journal";

    /**
     * One key.
     *
     * @param publicKey raw, in base64
     * @param certificate in its text form
     * @param base where the journal went on with it; null where it began with it
     */
    record Key(String publicKey, String certificate, @Nullable JournalBase base) {
        long epoch() {
            return base == null ? 1 : base.epoch();
        }

        /** The number of the first record that it may sign. */
        long fromSeq() {
            return base == null ? 1 : base.head().seq() + 1;
        }
    }

    static KeyHistory of(Identity identity) {
        List<Key> keys = new ArrayList<>();
        for (JsonNode key : identity.enrolment().path(EARLIER)) {
            keys.add(
                    new Key(
                            key.path(PUBLIC_KEY).asString(),
                            key.path(CERTIFICATE).asString(),
                            JournalBase.read(identity.counter(), key.path(JOURNAL))));
        }
        keys.add(
                new Key(publicKey(identity), identity.text(CERTIFICATE), JournalBase.of(identity)));
        return new KeyHistory(keys);
    }

    /** What the next enrolment says of those before its own. */
    static ArrayNode asEarlier(Identity identity) {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        identity.enrolment().path(EARLIER).forEach(all::add);
        var newest =
                all.addObject()
                        .put(PUBLIC_KEY, publicKey(identity))
                        .put(CERTIFICATE, identity.text(CERTIFICATE));
        JsonNode journal = identity.enrolment().path(JOURNAL);
        if (journal.isObject()) {
            newest.set(JOURNAL, journal);
        }
        return all;
    }

    private static String publicKey(Identity identity) {
        return Base64.getEncoder().encodeToString(identity.journalKey().publicKey());
    }

    /** What the first record on this card follows. */
    ChainHead beginning(CounterId counter) {
        Key first = keys.getFirst();
        JournalBase base = first.base();
        return base == null
                ? ChainHead.genesis(counter, Tls.encoded(first.certificate()))
                : base.head();
    }
}
