package org.assistcounter.fleet.catalogue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.assistcounter.fleet.catalogue.store.PaperStore;
import org.assistcounter.fleet.catalogue.store.ProductStore;
import org.assistcounter.fleet.catalogue.store.SupplierStore;
import org.assistcounter.fleet.operators.Operator;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Papers that prove what is said of a product. */
@Service
public class Papers {
    /** A scan of a page is a fifth of that. */
    public static final int BYTES_MAX = 5_000_000;

    private static final int NAME_MAX = 120;
    private static final int PAPERS_MAX = 40;

    private final Spheres spheres;
    private final SupplierStore suppliers;
    private final ProductStore products;
    private final PaperStore papers;
    private final Writing writing;

    Papers(
            Spheres spheres,
            SupplierStore suppliers,
            ProductStore products,
            PaperStore papers,
            Writing writing) {
        this.spheres = spheres;
        this.suppliers = suppliers;
        this.products = products;
        this.papers = papers;
        this.writing = writing;
    }

    /** What somebody sends: what it is to prove, what the file is called and what is in it. */
    public record Sent(PaperKind kind, String name, Content content) {}

    /** Bytes of a file. */
    public static final class Content {
        private final byte[] bytes;

        /** Those of a file that is not changed any more. */
        public Content(byte[] bytes) {
            this.bytes = bytes;
        }

        /** As they are. */
        public byte[] bytes() {
            return bytes;
        }
    }

    /** A paper and what is in it. */
    public record Whole(Paper paper, Content content) {}

    /** Those of a product that somebody sees, the newest first. */
    public Flux<Paper> of(Operator by, String product) {
        return spheres.of(by)
                .flatMap(insider -> products.find(insider.sphere(), product))
                .flatMapMany(found -> papers.of(found.code()));
    }

    /** One of them with what is in it. */
    public Mono<Whole> find(Operator by, String product, long id) {
        return of(by, product)
                .filter(paper -> paper.id() == id)
                .next()
                .flatMap(paper ->
                        papers.content(product, id)
                                .map(bytes -> {
                                    byte[] copy = new byte[bytes.remaining()];
                                    bytes.get(copy);
                                    return new Whole(paper, new Content(copy));
                                }));
    }

    /** Adds a paper to a product. What was sent before stays. */
    public Mono<Outcome> add(Operator by, String product, Sent sent) {
        return spheres.of(by)
                .flatMap(insider ->
                        products.find(insider.sphere(), product)
                                .flatMap(
                                        found -> suppliers.find(insider.sphere(), found.supplier()))
                                .flatMap(supplier ->
                                        insider.keeps(supplier)
                                                ? keep(by, product, sent)
                                                : Writing.refused("not-yours")))
                .switchIfEmpty(Writing.refused("not-there"))
                .as(writing::transactional);
    }

    private Mono<Outcome> keep(Operator by, String product, Sent sent) {
        byte[] bytes = sent.content().bytes();
        String type = mediaType(bytes);
        if (type.isEmpty()) {
            return Writing.refused("paper-type");
        }
        if (bytes.length > BYTES_MAX) {
            return Writing.refused("paper-size");
        }
        var head = new PaperStore.Head(product, sent.kind(), name(sent.name()), type);
        byte[] hash = hash(bytes);
        return papers.of(product)
                .count()
                .filter(count -> count < PAPERS_MAX)
                .flatMap(count ->
                        papers.add(head, hash, bytes, new Step.By(by.login(), "", writing.now())))
                .flatMap(isNew ->
                        isNew
                                ? writing.done(
                                        by,
                                        "paper-added",
                                        product,
                                        sent.kind().word() + " " + HexFormat.of().formatHex(hash))
                                : Writing.refused("paper-twice"))
                .switchIfEmpty(Writing.refused("paper-many"));
    }

    /** By its first bytes, whatever it is called; empty for what no office can look at. */
    private static String mediaType(byte[] bytes) {
        String start = new String(bytes, 0, Math.min(bytes.length, 8), StandardCharsets.ISO_8859_1);
        if (start.startsWith("%PDF-")) {
            return "application/pdf";
        }
        if (start.startsWith("\u0089PNG\r\n\u001a\n")) {
            return "image/png";
        }
        return start.startsWith("\u00ff\u00d8\u00ff") ? "image/jpeg" : "";
    }

    /** Without folders and what no header holds. */
    private static String name(String typed) {
        String last =
                typed.substring(Math.max(typed.lastIndexOf('/'), typed.lastIndexOf('\\')) + 1);
        String plain = last.replaceAll("[\\p{Cntrl}\"]", "").strip();
        return plain.isEmpty() ? "paper" : plain.substring(0, Math.min(plain.length(), NAME_MAX));
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
