package org.assistcounter.walletgateway;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpServerCodec;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import tools.jackson.databind.json.JsonMapper;

/** Both wallets, the shopper's phone and the switches of the faults at one port of this machine. */
public final class GatewayServer implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int BODY_BYTES_MAX = 1 << 20;
    private static final int OK = 200;
    private static final int BAD = 400;
    private static final int UNKNOWN = 404;

    private final Faults faults = new Faults();
    private final Books books;
    private final Notices notices;
    private final BillDesk bills;
    private final WeChatDesk wechat;
    private final AlipayDesk alipay;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final Channel channel;

    private GatewayServer(Path directory, int port, Duration behind)
            throws IOException, GeneralSecurityException {
        Clock clock = Clock.systemUTC();
        Keys keys = Keys.open(directory.resolve("keys"));
        WeChatEnvelope sealed = new WeChatEnvelope(keys, clock);
        AlipayEnvelope signed = new AlipayEnvelope(keys);
        Clock calendar = Clock.offset(clock, behind.negated());
        books = new Books(directory.resolve("books.json"), calendar);
        bills = new BillDesk(books, faults);
        notices = new Notices(sealed, signed, faults, clock);
        wechat = new WeChatDesk(sealed, books, faults, notices, bills);
        alipay = new AlipayDesk(signed, books, faults, notices, bills);
        channel = listen(port);
    }

    /** Keys and books are in the directory, and made when they are not there; port 0 is any. */
    public static GatewayServer start(Path directory, int port)
            throws IOException, GeneralSecurityException {
        return start(directory, port, Duration.ZERO);
    }

    /** The same, with books that are written some time ago: a bill is of a day that is over. */
    public static GatewayServer start(Path directory, int port, Duration behind)
            throws IOException, GeneralSecurityException {
        Files.createDirectories(directory);
        return new GatewayServer(directory, port, behind);
    }

    /** Where it listens. */
    public int port() {
        return ((InetSocketAddress) channel.localAddress()).getPort();
    }

    /** What can be made to go wrong. */
    public Faults faults() {
        return faults;
    }

    /** What merchants answered to notifications, oldest first. */
    public List<String> noticeAnswers() {
        return notices.answers();
    }

    /** What both wallets have taken and given back in all, in minor units. */
    public long paidMinor() {
        return books.sums().paidMinor();
    }

    /** What both wallets have given back in all, in minor units. */
    public long refundedMinor() {
        return books.sums().refundedMinor();
    }

    /** The shopper's phone scans this code and its owner pays; false when that is too late. */
    public boolean pay(String code) {
        String wallet = code.startsWith("weixin:") ? WeChatDesk.WALLET : AlipayDesk.WALLET;
        String number = code.substring(Math.max(code.lastIndexOf('='), code.lastIndexOf('/')) + 1);
        boolean isPaid = books.find(wallet, number).isPresent() && books.pay(wallet, number);
        if (isPaid) {
            notices.paid(books.find(wallet, number).orElseThrow());
        }
        return isPaid;
    }

    /** Notices that were held back go out now; tells how many. */
    public int sendHeldNotices() {
        return notices.sendHeld();
    }

    private Channel listen(int port) {
        return new ServerBootstrap()
                .group(group)
                .channel(NioServerSocketChannel.class)
                .childHandler(
                        new ChannelInitializer<Channel>() {
                            @Override
                            protected void initChannel(Channel opened) {
                                opened.pipeline()
                                        .addLast(new HttpServerCodec())
                                        .addLast(new HttpObjectAggregator(BODY_BYTES_MAX))
                                        .addLast(new Exchange(threads, GatewayServer.this::answer));
                            }
                        })
                .bind("127.0.0.1", port)
                .syncUninterruptibly()
                .channel();
    }

    private Reply answer(Call call) {
        String path = call.path();
        if (path.startsWith("/v3/")) {
            return wechat.answer(call);
        }
        return switch (call.method() + " " + path) {
            case "POST /gateway.do" -> alipay.answer(call);
            case "POST /phone/pay" ->
                    Reply.json(OK, JSON.writeValueAsString(Map.of("paid", pay(call.body()))));
            case "POST /notices/held" ->
                    Reply.json(OK, JSON.writeValueAsString(Map.of("sent", sendHeldNotices())));
            case "GET /books/sums" -> Reply.json(OK, JSON.writeValueAsString(books.sums()));
            case String other when other.startsWith("GET " + AlipayBillFile.PATH) ->
                    bills.file(path.substring(AlipayBillFile.PATH.length()));
            case String other when other.startsWith("POST /faults/") ->
                    fault(path.substring("/faults/".length()), call.body());
            case String _ -> Reply.json(UNKNOWN, "{\"error\":\"there is nothing here\"}");
        };
    }

    private Reply fault(String name, String times) {
        for (Fault fault : Fault.values()) {
            if (fault.name().equals(name) && times.matches("[0-9]{1,6}")) {
                faults.set(fault, Integer.parseInt(times));
                return Reply.json(OK, "{\"times\":" + times + "}");
            }
        }
        return Reply.json(BAD, "{\"error\":\"name a fault, and how often as the body\"}");
    }

    @Override
    public void close() {
        channel.close().syncUninterruptibly();
        var _ = group.shutdownGracefully();
        threads.shutdownNow();
        notices.close();
    }
}
