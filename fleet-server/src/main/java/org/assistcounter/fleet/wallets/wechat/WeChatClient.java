package org.assistcounter.fleet.wallets.wechat;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.exception.ServiceException;
import com.wechat.pay.java.core.http.DefaultHttpClientBuilder;
import com.wechat.pay.java.core.http.HttpClient;
import com.wechat.pay.java.core.http.HttpMethod;
import com.wechat.pay.java.core.http.HttpRequest;
import com.wechat.pay.java.core.http.JsonRequestBody;
import com.wechat.pay.java.core.http.MediaType;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.assistcounter.fleet.wallets.WalletTrouble;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The library's signed calls. Nothing repeats a call by itself: whoever does not know what became
 * of one asks how the order stands.
 */
final class WeChatClient {
    static final String API = "https://api.mch.weixin.qq.com";
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private static final List<String> NAMES =
            List.of(
                    "Wechatpay-Timestamp",
                    "Wechatpay-Nonce",
                    "Wechatpay-Signature",
                    "Wechatpay-Signature-Type",
                    "Wechatpay-Serial",
                    "Request-ID");

    private final HttpClient http;

    WeChatClient(WeChatSettings settings, RSAPublicKeyConfig config) {
        OkHttpClient.Builder calls =
                new OkHttpClient.Builder()
                        .retryOnConnectionFailure(false)
                        .connectTimeout(CONNECT)
                        .readTimeout(ANSWER)
                        .addInterceptor(WeChatClient::spelt);
        URI address = settings.address();
        if (address != null) {
            calls.addInterceptor(new Redirection(HttpUrl.get(address.toString())));
        }
        this.http =
                new DefaultHttpClientBuilder().config(config).okHttpClient(calls.build()).build();
    }

    /** The library's addresses are literals; the signature covers path and query only. */
    private record Redirection(HttpUrl address) implements Interceptor {

        @Override
        public Response intercept(Chain chain) throws IOException {
            HttpUrl moved =
                    chain.request()
                            .url()
                            .newBuilder()
                            .scheme(address.scheme())
                            .host(address.host())
                            .port(address.port())
                            .build();
            return chain.proceed(chain.request().newBuilder().url(moved).build());
        }
    }

    /**
     * The library looks headers up by letter case, which HTTP/2 and proxies do not keep: it would
     * believe no answer at all.
     */
    private static Response spelt(Interceptor.Chain chain) throws IOException {
        Response answer = chain.proceed(chain.request());
        Response.Builder again = answer.newBuilder();
        for (String name : NAMES) {
            String value = answer.header(name);
            if (value != null) {
                again.header(name, value);
            }
        }
        return again.build();
    }

    HttpClient http() {
        return http;
    }

    /** For what the library has no service for: codepay and reverse. */
    <T> Mono<T> post(String path, String json, Class<T> type) {
        HttpRequest request =
                new HttpRequest.Builder()
                        .httpMethod(HttpMethod.POST)
                        .url(API + path)
                        .addHeader("Accept", MediaType.APPLICATION_JSON.getValue())
                        .addHeader("Content-Type", MediaType.APPLICATION_JSON.getValue())
                        .body(new JsonRequestBody.Builder().body(json).build())
                        .build();
        return call(() -> http.execute(request, type).getServiceResponse());
    }

    static <T> Mono<T> call(Callable<@Nullable T> call) {
        return Mono.<T>fromCallable(call).subscribeOn(Schedulers.boundedElastic());
    }

    /** Whether WeChat Pay itself said one of these words. */
    static Predicate<Throwable> says(Set<String> words) {
        return failure ->
                failure instanceof ServiceException refused
                        && refused.getErrorCode() != null
                        && words.contains(refused.getErrorCode());
    }

    /** The library quotes the whole request in its exceptions. */
    static Throwable trouble(Throwable failure) {
        if (failure instanceof WalletTrouble) {
            return failure;
        }
        return new WalletTrouble(
                failure instanceof ServiceException refused
                        ? "WeChat Pay says " + refused.getErrorCode()
                        : "WeChat Pay gave no good answer: " + failure.getClass().getSimpleName());
    }
}
