package org.assistcounter.walletgateway;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Tells merchants of payments, at the address that came with the order. */
final class Notices implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final long AN_HOUR_SECONDS = 3600;
    private static final int GCM_NONCE_LENGTH = 12;
    private static final String ASSOCIATED = "transaction";

    private final WeChatEnvelope wechat;
    private final AlipayEnvelope alipay;
    private final Faults faults;
    private final Clock clock;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> answers = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> held = new ConcurrentLinkedQueue<>();

    /** What is wrong with a signature. */
    private enum Seal {
        SOUND,
        FORGED,
        NONE
    }

    Notices(WeChatEnvelope wechat, AlipayEnvelope alipay, Faults faults, Clock clock) {
        this.wechat = wechat;
        this.alipay = alipay;
        this.faults = faults;
        this.clock = clock;
    }

    /** What merchants answered, oldest first: number, status and text. */
    List<String> answers() {
        return List.copyOf(answers);
    }

    void paid(Order order) {
        if (order.terms().notifyUrl().isEmpty() || faults.take(Fault.NOTICE_LOST)) {
            return;
        }
        long age = faults.take(Fault.NOTICE_REPLAYED) ? AN_HOUR_SECONDS : 0;
        Seal seal = seal();
        HttpRequest request =
                order.wallet().equals(WeChatDesk.WALLET)
                        ? ofWeChat(order, age, seal)
                        : ofAlipay(order, age, seal);
        int times = faults.take(Fault.NOTICE_TWICE) ? 2 : 1;
        Runnable sending =
                () -> {
                    for (int time = 0; time < times; time++) {
                        send(order, request);
                    }
                };
        if (faults.take(Fault.NOTICE_LATE)) {
            held.add(sending);
        } else {
            threads.execute(sending);
        }
    }

    /** Lets go what was held back; tells how many those are. */
    int sendHeld() {
        int count = 0;
        for (Runnable sending = held.poll(); sending != null; sending = held.poll()) {
            threads.execute(sending);
            count++;
        }
        return count;
    }

    private Seal seal() {
        if (faults.take(Fault.NOTICE_UNSIGNED)) {
            return Seal.NONE;
        }
        return faults.take(Fault.NOTICE_FORGED) ? Seal.FORGED : Seal.SOUND;
    }

    private HttpRequest ofWeChat(Order order, long age, Seal seal) {
        String nonce = wechat.nonce().substring(0, GCM_NONCE_LENGTH);
        String resource = WeChatDesk.transaction(order).toString();
        ObjectNode node =
                JSON.createObjectNode()
                        .put("id", wechat.nonce())
                        .put("create_time", clock.instant().toString())
                        .put("resource_type", "encrypt-resource")
                        .put("event_type", "TRANSACTION.SUCCESS");
        node.putObject("resource")
                .put("original_type", ASSOCIATED)
                .put("algorithm", "AEAD_AES_256_GCM")
                .put("ciphertext", wechat.encrypted(resource, nonce, ASSOCIATED))
                .put("associated_data", ASSOCIATED)
                .put("nonce", nonce);
        String body = node.put("summary", "payment 0").toString();
        HttpRequest.Builder request = to(order, "application/json");
        if (seal != Seal.NONE) {
            wechat.headers(body, age).forEach(request::header);
        }
        String sent = seal == Seal.FORGED ? Reply.forge(body) : body;
        return request.POST(HttpRequest.BodyPublishers.ofString(sent)).build();
    }

    private HttpRequest ofAlipay(Order order, long age, Seal seal) {
        LocalDateTime now =
                LocalDateTime.ofInstant(clock.instant().minusSeconds(age), ZoneOffset.ofHours(8));
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("notify_id", wechat.nonce());
        fields.put("notify_type", "trade_status_sync");
        fields.put("notify_time", TIME.format(now));
        fields.put("charset", "utf-8");
        fields.put("version", "1.0");
        fields.put("app_id", AlipayEnvelope.APPLICATION);
        fields.put("out_trade_no", order.number());
        fields.put("trade_no", order.transaction());
        fields.put("trade_status", AlipayDesk.status(order));
        fields.put("total_amount", AlipayDesk.yuan(order.terms().amountMinor()));
        Map<String, String> signed =
                new LinkedHashMap<>(seal == Seal.NONE ? fields : alipay.signed(fields));
        if (seal == Seal.FORGED) {
            signed.put("total_amount", AlipayDesk.yuan(order.terms().amountMinor() + 1));
        }
        String form =
                signed.entrySet().stream()
                        .map(field -> field.getKey() + "=" + encoded(field.getValue()))
                        .collect(Collectors.joining("&"));
        return to(order, "application/x-www-form-urlencoded;charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static HttpRequest.Builder to(Order order, String type) {
        return HttpRequest.newBuilder(URI.create(order.terms().notifyUrl()))
                .timeout(PATIENCE)
                .header("Content-Type", type);
    }

    private void send(Order order, HttpRequest request) {
        try {
            HttpResponse<String> answer =
                    client.send(request, HttpResponse.BodyHandlers.ofString());
            answers.add(order.number() + " " + answer.statusCode() + " " + answer.body());
        } catch (IOException failure) {
            answers.add(order.number() + " 0 " + failure.getMessage());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
    }
}
