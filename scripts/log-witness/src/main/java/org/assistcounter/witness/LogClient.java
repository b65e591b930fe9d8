package org.assistcounter.witness;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.assistcounter.protocol.journal.Hash;
import org.assistcounter.protocol.sync.MalformedNoteException;
import org.assistcounter.protocol.transparency.LogProof;
import org.assistcounter.protocol.transparency.SignedNote;

/** Asks a log over HTTP. Nothing that it answers is believed here. */
final class LogClient implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;
    private static final int MULTIPLE_CHOICES = 300;

    private final URI log;
    private final HttpClient client;

    LogClient(URI log) {
        this.log = log;
        this.client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }

    /** The newest head that the log shows. */
    SignedNote head() throws IOException, MalformedNoteException {
        return SignedNote.parse(get("/log/tree-head"));
    }

    /** The proof that a log of this size begins with the older one. */
    List<Hash> consistency(long from, long to) throws IOException, MalformedNoteException {
        String text = get("/log/consistency?from=" + from + "&to=" + to);
        return LogProof.readHashes(text.lines().toList());
    }

    /** Brings a cosigned head to the log. */
    void post(SignedNote note) throws IOException {
        HttpRequest request =
                request("/log/cosignatures")
                        .header("Content-Type", "text/plain; charset=UTF-8")
                        .POST(HttpRequest.BodyPublishers.ofString(note.note()))
                        .build();
        int status = send(request).statusCode();
        if (status < OK || status >= MULTIPLE_CHOICES) {
            throw new IOException(
                    "the log answers " + status + " to a cosignature: does it know this witness?");
        }
    }

    private String get(String path) throws IOException {
        HttpResponse<String> response = send(request(path).GET().build());
        if (response.statusCode() == NOT_FOUND) {
            throw new IOException("the log has nothing at " + path + " yet");
        }
        if (response.statusCode() != OK || response.body().length() > SignedNote.LENGTH_MAX) {
            throw new IOException("the log answers " + response.statusCode() + " to " + path);
        }
        return response.body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(log + path)).timeout(PATIENCE);
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (InterruptedException interrupted) {
            throw new IOException(interrupted);
        }
    }

    @Override
    public void close() {
        client.close();
    }
}
