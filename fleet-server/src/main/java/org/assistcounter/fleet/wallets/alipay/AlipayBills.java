package org.assistcounter.fleet.wallets.alipay;

import com.alipay.api.AlipayApiException;
import com.alipay.api.AlipayClient;
import com.alipay.api.request.AlipayDataDataserviceBillDownloadurlQueryRequest;
import com.alipay.api.response.AlipayDataDataserviceBillDownloadurlQueryResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.assistcounter.fleet.wallets.BillAnswer;
import org.assistcounter.fleet.wallets.BillAnswer.Fault;
import org.assistcounter.fleet.wallets.BillRefused;
import org.assistcounter.fleet.wallets.BillSource;
import org.assistcounter.fleet.wallets.WalletKind;
import org.assistcounter.fleet.wallets.bill.BillText;
import org.assistcounter.fleet.wallets.bill.BoundedStream;
import org.assistcounter.fleet.wallets.bill.Spool;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alipay's trade bills: a signed answer tells where the packed file is, for 30 seconds. Nothing
 * signs the file itself, so it is fetched from Alipay's own hosts only, encrypted.
 */
public final class AlipayBills implements BillSource {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DONE = "10000";
    private static final String NOTHING = "bill_not_exist";
    private static final String OWN_HOSTS = ".alipay.com";
    private static final Set<String> PLAIN_OR_NOT = Set.of("http", "https");
    private static final long PACKED_MAX = 1L << 30;
    private static final int OK = 200;
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final AlipaySettings settings;
    private final AlipayClient client;
    private final Spool spool;
    private final HttpClient downloads =
            HttpClient.newBuilder()
                    .connectTimeout(CONNECT)
                    .followRedirects(HttpClient.Redirect.NEVER)
                    .build();

    /** Downloads go through a directory of this server's own. */
    public AlipayBills(AlipaySettings settings, Path directory) {
        this.settings = settings;
        this.client = AlipayGateway.client(settings);
        this.spool = new Spool(directory);
    }

    @Override
    public WalletKind wallet() {
        return WalletKind.ALIPAY;
    }

    @Override
    public Mono<BillAnswer> read(LocalDate day, Function<Bill, Mono<Void>> taken) {
        var request = new AlipayDataDataserviceBillDownloadurlQueryRequest();
        request.setBizContent(
                JSON.createObjectNode()
                        .put("bill_type", "trade")
                        .put("bill_date", day.toString())
                        .toString());
        return Mono.fromCallable(() -> client.execute(request))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(answer -> told(answer, taken))
                .onErrorResume(
                        AlipayApiException.class,
                        failure ->
                                Mono.just(
                                        noAnswer("Alipay gave no good answer: " + code(failure))));
    }

    private Mono<BillAnswer> told(
            AlipayDataDataserviceBillDownloadurlQueryResponse answer,
            Function<Bill, Mono<Void>> taken) {
        if (DONE.equals(answer.getCode())) {
            return spool.use(file -> fetched(answer.getBillDownloadUrl(), file), taken);
        }
        String reason = String.valueOf(answer.getSubCode()).toLowerCase(Locale.ROOT);
        return Mono.just(
                reason.endsWith(NOTHING)
                        ? new BillAnswer.NothingBooked()
                        : noAnswer("Alipay says " + answer.getCode() + " " + answer.getSubCode()));
    }

    private static BillAnswer noAnswer(String words) {
        return new BillAnswer.Refused(Fault.NO_ANSWER, words);
    }

    private static String code(AlipayApiException failure) {
        return String.valueOf(failure.getErrCode());
    }

    private Bill fetched(@Nullable String address, Path file) throws IOException {
        HttpRequest request =
                HttpRequest.newBuilder(own(address, settings.address())).timeout(ANSWER).build();
        try {
            HttpResponse<InputStream> answer =
                    downloads.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream packed = new BoundedStream(answer.body(), PACKED_MAX)) {
                if (answer.statusCode() != OK) {
                    throw new BillRefused(
                            Fault.NO_ANSWER, "Alipay's download says " + answer.statusCode());
                }
                String digest = Spool.write(packed, file, "SHA-256");
                return new Bill(
                        digest,
                        BillText.lines(
                                () -> AlipayZip.details(file), AlipayZip.CHARSET, AlipayBill::new));
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new BillRefused(Fault.NO_ANSWER, "the download was stopped");
        }
    }

    /**
     * Refused unless it is Alipay's, or lies where the gateway is that the settings name. Alipay
     * itself is asked encrypted, though it tells plain addresses.
     */
    static URI own(@Nullable String address, @Nullable URI gateway) {
        URI place = place(String.valueOf(address));
        String host = String.valueOf(place.getHost());
        if (host.endsWith(OWN_HOSTS)
                && place.getPort() < 0
                && PLAIN_OR_NOT.contains(scheme(place))) {
            return place("https" + place.toString().substring(scheme(place).length()));
        }
        boolean isAtTheGateway =
                gateway != null
                        && host.equals(gateway.getHost())
                        && place.getPort() == gateway.getPort()
                        && scheme(place).equals(gateway.getScheme());
        if (!isAtTheGateway) {
            throw new BillRefused(Fault.FOREIGN_ADDRESS, "it does not lie at Alipay");
        }
        return place;
    }

    private static String scheme(URI place) {
        return String.valueOf(place.getScheme());
    }

    private static URI place(String address) {
        try {
            return URI.create(address);
        } catch (IllegalArgumentException malformed) {
            throw new BillRefused(Fault.FOREIGN_ADDRESS, "it lies at no address");
        }
    }
}
