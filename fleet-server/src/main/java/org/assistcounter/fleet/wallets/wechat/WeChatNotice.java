package org.assistcounter.fleet.wallets.wechat;

import com.wechat.pay.java.core.notification.NotificationConfig;
import com.wechat.pay.java.core.notification.NotificationParser;
import com.wechat.pay.java.core.notification.RequestParam;
import com.wechat.pay.java.service.payments.model.Transaction;
import java.time.Instant;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.assistcounter.fleet.wallets.Notice;
import org.assistcounter.fleet.wallets.NoticeReading;
import org.assistcounter.fleet.wallets.WalletGateway.State;
import org.assistcounter.fleet.wallets.WalletKind;
import org.assistcounter.fleet.wallets.WalletTrouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads headers and body by which WeChat Pay tells of a payment (API v3, notifications). */
public final class WeChatNotice {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,12}");

    private final NotificationParser parser;
    private final String merchant;

    /** What is of another merchant is not for us. */
    public WeChatNotice(NotificationConfig config, String merchant) {
        this.parser = new NotificationParser(config);
        this.merchant = merchant;
    }

    /** Refuses what WeChat Pay has not signed, and what is signed and not in its form. */
    public NoticeReading read(Function<String, @Nullable String> headers, String body) {
        try {
            String time = header(headers, "Wechatpay-Timestamp");
            if (!SECONDS.matcher(time).matches()) {
                throw new Malformed("its time is no number");
            }
            Transaction told = opened(headers, time, body);
            String order = orderOf(told);
            var standing = WeChatGateway.standing(order, told);
            if (standing.state() != State.PAID) {
                return new NoticeReading.OfNoPayment();
            }
            return new NoticeReading.Told(
                    new Notice(
                            WalletKind.WECHAT,
                            JSON.readTree(body).path("id").asString(""),
                            order,
                            standing,
                            Instant.ofEpochSecond(Long.parseLong(time))));
        } catch (Malformed malformed) {
            return new NoticeReading.Unbelieved(String.valueOf(malformed.getMessage()));
        } catch (JacksonException | WalletTrouble malformed) {
            return new NoticeReading.Unbelieved(malformed.getClass().getSimpleName());
        }
    }

    private String orderOf(Transaction told) {
        if (!merchant.equals(told.getMchid())) {
            throw new Malformed("it is of another merchant");
        }
        String order = told.getOutTradeNo();
        if (order == null) {
            throw new Malformed("it names no order");
        }
        return order;
    }

    private Transaction opened(
            Function<String, @Nullable String> headers, String time, String body) {
        RequestParam request =
                new RequestParam.Builder()
                        .serialNumber(header(headers, "Wechatpay-Serial"))
                        .nonce(header(headers, "Wechatpay-Nonce"))
                        .signature(header(headers, "Wechatpay-Signature"))
                        .timestamp(time)
                        .body(body)
                        .build();
        try {
            return Objects.requireNonNull(parser.parse(request, Transaction.class));
        } catch (RuntimeException refused) {
            throw new Malformed(refused.getClass().getSimpleName());
        }
    }

    private static String header(Function<String, @Nullable String> headers, String name) {
        String value = headers.apply(name);
        if (value == null) {
            throw new Malformed(name + " is missing");
        }
        return value;
    }

    /** Not signed by WeChat Pay, or not in its form. */
    private static final class Malformed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Malformed(String words) {
            super(words);
        }
    }
}
