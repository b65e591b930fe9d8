package org.assistcounter.fleet.wallets.wechat;

import static org.assistcounter.fleet.wallets.wechat.WeChatClient.call;
import static org.assistcounter.fleet.wallets.wechat.WeChatClient.says;

import com.wechat.pay.java.core.RSAPublicKeyConfig;
import com.wechat.pay.java.core.exception.WechatPayException;
import com.wechat.pay.java.service.billdownload.BillDownloadService;
import com.wechat.pay.java.service.billdownload.model.BillType;
import com.wechat.pay.java.service.billdownload.model.GetTradeBillRequest;
import com.wechat.pay.java.service.billdownload.model.HashType;
import com.wechat.pay.java.service.billdownload.model.QueryBillEntity;
import com.wechat.pay.java.service.billdownload.model.TarType;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;
import org.assistcounter.fleet.wallets.BillAnswer;
import org.assistcounter.fleet.wallets.BillAnswer.Fault;
import org.assistcounter.fleet.wallets.BillRefused;
import org.assistcounter.fleet.wallets.BillSource;
import org.assistcounter.fleet.wallets.WalletKind;
import org.assistcounter.fleet.wallets.bill.BillText;
import org.assistcounter.fleet.wallets.bill.BoundedStream;
import org.assistcounter.fleet.wallets.bill.Spool;
import reactor.core.publisher.Mono;

/**
 * WeChat Pay's trade bills: a signed answer tells where the file is and its SHA-1, as it is
 * unpacked; the file itself is not signed, so only that digest proves it.
 */
public final class WeChatBills implements BillSource {
    private static final Set<String> NOTHING = Set.of("NO_STATEMENT_EXIST");
    private static final Set<String> BEING_MADE = Set.of("STATEMENT_CREATING");
    private static final Set<String> HOSTS =
            Set.of("api.mch.weixin.qq.com", "api2.mch.weixin.qq.com");
    private static final long TEXT_MAX = 2L << 30;
    private static final int GZIP_FIRST = 0x1F;

    private final WeChatClient client;
    private final BillDownloadService bills;
    private final Spool spool;

    /** Downloads go through a directory of this server's own. */
    public WeChatBills(WeChatSettings settings, Path directory) {
        RSAPublicKeyConfig config = WeChatGateway.config(settings);
        this.client = new WeChatClient(settings, config);
        this.bills =
                new BillDownloadService.Builder().config(config).httpClient(client.http()).build();
        this.spool = new Spool(directory);
    }

    @Override
    public WalletKind wallet() {
        return WalletKind.WECHAT;
    }

    @Override
    public Mono<BillAnswer> read(LocalDate day, Function<Bill, Mono<Void>> taken) {
        GetTradeBillRequest request = new GetTradeBillRequest();
        request.setBillDate(day.toString());
        request.setBillType(BillType.ALL);
        request.setTarType(TarType.GZIP);
        return call(() -> bills.getTradeBill(request))
                .flatMap(told -> spool.use(file -> fetched(told, file), taken))
                .onErrorResume(says(BEING_MADE), no -> Mono.just(new BillAnswer.BeingMade()))
                .onErrorResume(says(NOTHING), no -> Mono.just(new BillAnswer.NothingBooked()))
                .onErrorResume(
                        WechatPayException.class,
                        failure ->
                                Mono.just(
                                        new BillAnswer.Refused(
                                                Fault.NO_ANSWER,
                                                String.valueOf(
                                                        WeChatClient.trouble(failure)
                                                                .getMessage()))));
    }

    private Bill fetched(QueryBillEntity told, Path file) throws IOException {
        String address = told.getDownloadUrl();
        // The library signs the call for whatever host it is told.
        if (address == null || !HOSTS.contains(host(address))) {
            throw new BillRefused(Fault.FOREIGN_ADDRESS, "it does not lie at WeChat Pay");
        }
        if (told.getHashType() != HashType.SHA1 || told.getHashValue() == null) {
            throw new BillRefused(Fault.WRONG_HASH, "there is no SHA-1 to prove it by");
        }
        String digest;
        try (InputStream packed = client.http().download(address);
                InputStream text = new BoundedStream(unpacked(packed), TEXT_MAX)) {
            digest = Spool.write(text, file, "SHA-1");
        }
        if (!digest.equals(told.getHashValue().toLowerCase(Locale.ROOT))) {
            throw new BillRefused(Fault.WRONG_HASH, "its SHA-1 is not the one that was signed");
        }
        return new Bill(
                digest,
                BillText.lines(
                        () -> Files.newInputStream(file), StandardCharsets.UTF_8, WeChatBill::new));
    }

    private static String host(String address) {
        try {
            return String.valueOf(URI.create(address).getHost());
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }

    /** Packed if it begins as packed files do, whatever was asked for. */
    private static InputStream unpacked(InputStream bytes) throws IOException {
        PushbackInputStream begun = new PushbackInputStream(bytes);
        int first = begun.read();
        if (first >= 0) {
            begun.unread(first);
        }
        return first == GZIP_FIRST ? new GZIPInputStream(begun) : begun;
    }
}
