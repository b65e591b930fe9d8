package org.assistcounter.benchmarks;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.function.IntFunction;

/** Reads pages as the visitor of a demonstration, as a browser does. */
record PageReader(URI address, HttpClient client) implements AutoCloseable {
    private static final int OK = 200;
    private static final double KILOBYTE = 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    PageReader(URI address) {
        this(address, HttpClient.newBuilder().cookieHandler(new CookieManager()).build());
    }

    /** How long pages took, and how large the largest was. */
    record Pages(Samples samples, long bytes) {
        double p95() {
            return samples.percentileMillis(95);
        }

        double kilobytes() {
            return bytes / KILOBYTE;
        }

        String words() {
            return String.format(Locale.ROOT, "%s, %.1f KB", samples.words(), kilobytes());
        }
    }

    Pages times(IntFunction<String> path, int times) throws IOException, InterruptedException {
        Samples samples = new Samples();
        long bytes = 0;
        for (int i = 0; i < times; i++) {
            String asked = path.apply(i);
            long begin = System.nanoTime();
            HttpResponse<byte[]> page =
                    client.send(request(asked), HttpResponse.BodyHandlers.ofByteArray());
            samples.add(System.nanoTime() - begin);
            if (page.statusCode() != OK) {
                throw new IllegalStateException(asked + " answered " + page.statusCode());
            }
            bytes = Math.max(bytes, page.body().length);
        }
        return new Pages(samples, bytes);
    }

    private HttpRequest request(String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Accept", "text/html")
                .header("Accept-Encoding", "gzip")
                .timeout(PATIENCE)
                .build();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
