package org.assistcounter.counter.agent;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import org.assistcounter.protocol.journal.ChainHead;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives this card's counter new keys, with which its journal goes on in the next epoch. The keys
 * and an order are on disk before the fleet is asked, and one file, written whole, makes the new
 * keys the counter's. Whoever finds an order asks the fleet again with the same keys and is told
 * the same; until it has been told, nothing is written under either key.
 */
final class Renewal {
    static final String ORDER = "order.json";

    private static final System.Logger LOG = System.getLogger(Renewal.class.getName());

    private final Path data;
    private final Path folder;

    /** What has to be so before the keys change. */
    @FunctionalInterface
    interface Before {

        /** Has the fleet hold all of the journal, and returns where that ends. */
        ChainHead delivered(Identity identity) throws InterruptedException;
    }

    Renewal(Path data) {
        this.data = data;
        this.folder = Identity.folder(data);
    }

    /** All of it, and first what an earlier call has left; no agent may run meanwhile. */
    void run(URI server, String token, Before before)
            throws IOException, InterruptedException, GeneralSecurityException {
        Identity identity = Identity.read(data);
        identity.requireUsable();
        try (DataLock _ = DataLock.take(data)) {
            if (!endsEarlier(identity, server)) {
                ChainHead head = before.delivered(identity);
                order(identity, server, token, head);
                end(identity, true);
            }
        }
        System.out.println("the keys are renewed; start the counter");
    }

    /** Ends what a call has left that was killed or had no answer; a start writes only then. */
    void endBeforeStart() throws IOException, InterruptedException, GeneralSecurityException {
        Identity identity = Identity.read(data);
        tidy(identity);
        if (Files.exists(order(identity))) {
            try {
                end(identity, false);
            } catch (FleetRefusal refusal) {
                if (!refusal.isFinal()) {
                    throw refusal;
                }
                LOG.log(System.Logger.Level.WARNING, "not renewed: {0}", refusal.getMessage());
            }
        }
    }

    /** The server may have been named wrongly before. */
    private boolean endsEarlier(Identity identity, URI server)
            throws IOException, InterruptedException, GeneralSecurityException {
        tidy(identity);
        Path order = order(identity);
        if (!Files.exists(order)) {
            return false;
        }
        ObjectNode left = read(order);
        write(order, left.deepCopy().put("server", server.toString()));
        try {
            end(identity, false);
            return true;
        } catch (FleetRefusal refusal) {
            if (refusal.isFinal()) {
                return false;
            }
            if (!refusal.isFleets()) {
                write(order, left);
            }
            throw refusal;
        }
    }

    private void order(Identity identity, URI server, String token, ChainHead head)
            throws IOException, GeneralSecurityException {
        Path keys = DurableFile.folder(nextKeys(identity));
        IdentityKeys.keptIn(keys);
        ObjectNode order = JsonMapper.shared().createObjectNode();
        order.put("server", server.toString()).put("token", token);
        order.putObject("journal").put("seq", head.seq()).put("hash", head.hash().toString());
        write(keys.resolve(ORDER), order);
    }

    private void end(Identity identity, boolean isFirst)
            throws IOException, InterruptedException, GeneralSecurityException {
        Path keys = nextKeys(identity);
        ObjectNode order = read(keys.resolve(ORDER));
        ObjectNode request =
                EnrolmentCall.request(order.path("token").asString(), IdentityKeys.keptIn(keys));
        request.set("journal", order.path("journal"));
        JsonNode answer;
        try {
            answer = new EnrolmentCall(URI.create(order.path("server").asString())).ask(request);
        } catch (FleetRefusal refusal) {
            throw refused(keys.resolve(ORDER), isFirst, refusal);
        } catch (IOException noAnswer) {
            throw unanswered(keys.resolve(ORDER), isFirst, noAnswer);
        }
        take(identity, keys, order.path("journal"), answer);
    }

    /** Where the first question had no effect, the keys cannot have been given. */
    private static SettingsException refused(Path order, boolean isFirst, FleetRefusal why)
            throws IOException {
        boolean isNothingGiven = isFirst && why.isWithoutEffect();
        if (why.isFinal() || isNothingGiven) {
            DurableFile.delete(order);
        }
        return why.isFleets() || !isNothingGiven
                ? why
                : new SettingsException(
                        why.getMessage() + "; nothing was changed, look at --server", why);
    }

    /** Where nothing was sent, nothing can have been given. */
    private static SettingsException unanswered(Path order, boolean isFirst, IOException why)
            throws IOException {
        boolean isUnsent =
                why instanceof ConnectException || why instanceof HttpConnectTimeoutException;
        if (isFirst && isUnsent) {
            DurableFile.delete(order);
            return new SettingsException("the fleet cannot be reached; nothing was changed", why);
        }
        return new SettingsException(
                """
                it is not known whether the keys are renewed: the fleet did not answer (%s). Each \
                start of the counter asks again, and so does the word renew\
                """
                        .formatted(why),
                why);
    }

    /** What the counter offers stays; that is changed by other ways. */
    private void take(Identity old, Path keys, JsonNode end, JsonNode answer) throws IOException {
        ObjectNode enrolment = (ObjectNode) answer;
        enrolment.remove(Identity.PICTURES);
        enrolment.set("shelf", old.enrolment().path("shelf"));
        enrolment.put(Identity.KEYS, String.valueOf(keys.getFileName()));
        enrolment.set(KeyHistory.EARLIER, KeyHistory.asEarlier(old));
        Identity renewed = Identity.of(folder, enrolment.toString(), Identity.journalKey(keys));
        renewed.requireUsable();
        JournalBase base = JournalBase.of(renewed);
        if (base == null
                || base.head().seq() != end.path("seq").asLong()
                || !base.head().hash().toString().equals(end.path("hash").asString())) {
            throw new SettingsException("the fleet has the journal go on at another record");
        }
        DurableFile.write(
                folder.resolve(Identity.ENROLMENT),
                enrolment.toPrettyString(),
                DurableFile.READABLE);
        tidy(renewed);
    }

    /** Keys that sign no more, and an order that is done. */
    private void tidy(Identity identity) throws IOException {
        int newest = KeyHistory.of(identity).keys().size();
        for (int number = 1; number < newest; number++) {
            DurableFile.delete(keys(number).resolve(Identity.JOURNAL_KEY));
            DurableFile.delete(keys(number).resolve(Identity.TLS_KEY));
        }
        if (newest > 1) {
            DurableFile.delete(keys(newest).resolve(ORDER));
        }
    }

    private Path nextKeys(Identity identity) {
        return keys(KeyHistory.of(identity).keys().size() + 1);
    }

    private Path order(Identity identity) {
        return nextKeys(identity).resolve(ORDER);
    }

    private Path keys(int number) {
        return number == 1 ? folder : folder.resolve("keys-" + number);
    }

    private static ObjectNode read(Path order) throws IOException {
        return (ObjectNode) JsonMapper.shared().readTree(Files.readString(order));
    }

    private static void write(Path order, JsonNode words) throws IOException {
        DurableFile.write(order, words.toPrettyString(), DurableFile.SECRET);
    }
}
