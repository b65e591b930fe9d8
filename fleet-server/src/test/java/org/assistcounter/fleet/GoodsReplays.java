package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.assistcounter.fleet.catalogue.Registry;
import org.assistcounter.fleet.operators.Role;

/** Deeds about suppliers, products, lots and what is recognised or kept out. */
final class GoodsReplays {
    private static final byte[] PAPER = "%PDF-1.7 a report".getBytes(StandardCharsets.ISO_8859_1);
    private static final String GROWERS = "gr-growers-s";
    private static final String HEADER = "编号,类型,中文名称,英文名称,县区代码,乡镇村,营业执照号,执照有效期至,带动户数\n";
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final RunningServer.Parts server;
    private final PersonsBrowser grower;
    private final PersonsBrowser county;
    private final PersonsBrowser province;
    private final PersonsBrowser dispatcher;

    GoodsReplays(RunningServer.Parts server) {
        var people = new RegistryPeople(server);
        this.server = server;
        this.grower = people.supplier("gr-growers");
        this.county = people.office(RegistryPeople.COUNTY);
        this.province = people.office("610000");
        this.dispatcher = PersonsBrowser.of(server, "gr-dispatcher", Role.DISPATCHER);
    }

    Map<String, Supplier<Replay>> all() {
        return Map.ofEntries(
                Map.entry("supplier-added", this::supplierAdded),
                Map.entry("supplier-changed", this::supplierChanged),
                Map.entry("supplier-excluded", this::supplierExcluded),
                Map.entry("supplier-handed-over", this::supplierHandedOver),
                Map.entry("product-added", this::productAdded),
                Map.entry("product-changed", this::productChanged),
                Map.entry("product-excluded", this::productExcluded),
                Map.entry("product-marked", this::productMarked),
                Map.entry("paper-added", this::paperAdded),
                Map.entry("product-applied-for", this::productAppliedFor),
                Map.entry("application-passed", this::applicationPassed),
                Map.entry("appealed", this::appealed),
                Map.entry("appeal-answered", this::appealAnswered),
                Map.entry("lot-added", this::lotAdded),
                Map.entry("lot-changed", this::lotChanged),
                Map.entry("sample-entered", this::sampleEntered),
                Map.entry("goods-moved", this::goodsMoved),
                Map.entry("file-taken", this::fileTaken));
    }

    private Replay supplierAdded() {
        String id = name();
        return Replay.audited(
                grower.form("/suppliers", RegistryForms.supplier(id)), "supplier-added", id);
    }

    private Replay supplierChanged() {
        String id = supplier();
        var form = new HashMap<>(RegistryForms.supplier(id));
        form.putAll(Map.of("version", "1", "households", "41"));
        return Replay.audited(grower.form("/suppliers/" + id, form), "supplier-changed", id);
    }

    private Replay supplierExcluded() {
        String id = supplier();
        return Replay.audited(
                county.form("/suppliers/" + id + "/exclude", reason()), "excluded", id);
    }

    private Replay supplierHandedOver() {
        String id = supplier();
        return Replay.audited(
                grower.form("/suppliers/" + id + "/keeper", Map.of("version", "1", "keeper", "")),
                "supplier-handed-over",
                id);
    }

    private Replay productAdded() {
        growers();
        String code = name();
        return Replay.audited(
                grower.form("/products", RegistryForms.product(code, GROWERS)),
                "product-added",
                code,
                "select count(*) from catalogue_price where product_code = '" + code + "'");
    }

    private Replay productChanged() {
        String code = product();
        var form = RegistryForms.product(code, GROWERS);
        form.putAll(Map.of("version", "1", "price", "11.00"));
        return Replay.audited(
                grower.form("/products/" + code, form),
                "product-changed",
                code,
                "select count(*) from catalogue_price where product_code = '" + code + "'");
    }

    private Replay productExcluded() {
        String supplier = supplier();
        String code = name();
        grower.posts("/products", RegistryForms.product(code, supplier));
        return Replay.audited(
                county.form("/products/" + code + "/exclude", reason()), "excluded", code);
    }

    private Replay productMarked() {
        String code = product();
        return Replay.audited(
                grower.form(
                        "/products/" + code + "/marks",
                        Map.of("mark", "origin", "number", "AGI02153", "until", "2099-01-01")),
                "mark-added",
                code);
    }

    private Replay paperAdded() {
        String code = product();
        return Replay.audited(
                grower.file("/products/" + code + "/papers", "licence", "x.pdf", PAPER),
                "paper-added",
                code,
                "select count(*) from catalogue_paper where product_code = '" + code + "'");
    }

    private Replay productAppliedFor() {
        String code = withPapers();
        return Replay.audited(
                grower.form("/products/" + code + "/apply", Map.of()),
                "recognition-applied",
                code,
                "select count(*) from catalogue_application where product_code = '" + code + "'");
    }

    private Replay applicationPassed() {
        String code = withPapers();
        grower.posts("/products/" + code + "/apply", Map.of());
        String id = first("/recognition/([0-9]+)", grower.page("/products/" + code));
        return Replay.of(
                county.form(
                        "/recognition/" + id, Map.of("deed", "pass", "version", "1", "reason", "")),
                "select count(*) from catalogue_step where application_id = " + id);
    }

    private Replay appealed() {
        String supplier = supplier();
        String entry = excluded(supplier);
        return Replay.audited(
                grower.form(entry + "/appeal", Map.of("reason", "复检已经合格")), "appealed", supplier);
    }

    private Replay appealAnswered() {
        String supplier = supplier();
        String entry = excluded(supplier);
        grower.posts(entry + "/appeal", Map.of("reason", "复检已经合格"));
        return Replay.audited(
                province.form(entry + "/answer", Map.of("answer", "lift", "reason", "复检报告合格")),
                "exclusion-lifted",
                supplier);
    }

    private Replay lotAdded() {
        String code = product();
        return Replay.audited(grower.form("/lots", lotForm(code)), "lot-added", code + " L1");
    }

    private Replay lotChanged() {
        String lot = lot();
        var form = lotForm(code(lot));
        form.putAll(Map.of("version", "1", "grower", "示例村 4 组"));
        return Replay.audited(grower.form(lot, form), "lot-changed", code(lot) + " L1");
    }

    private Replay sampleEntered() {
        String lot = lot();
        return Replay.audited(
                county.form(
                        lot.replace("/one", "/one/samples"),
                        Map.of(
                                "taken-on", today(0),
                                "laboratory", "省质检院",
                                "report", "R-1",
                                "result", "passed",
                                "findings", "")),
                "sample-passed",
                code(lot) + " L1");
    }

    private Replay goodsMoved() {
        String lot = lot();
        return Replay.audited(
                dispatcher.form(
                        lot.replace("/one", "/one/movements"),
                        Map.of(
                                "from", "supplier",
                                "to", "warehouse",
                                "to-place", "W",
                                "quantity", "1")),
                "goods-moved",
                code(lot) + " L1",
                "select coalesce(sum(quantity), 0)::bigint from lots_held where product_code = '"
                        + code(lot)
                        + "'",
                "select count(*) from lots_movement where product_code = '" + code(lot) + "'");
    }

    private Replay fileTaken() {
        String id = name();
        String row =
                "%s,合作社,示例·%s,Example %s,611026,示例镇,%s,2099年12月31日,12\n"
                        .formatted(id, id, id, RegistryForms.licence(id));
        grower.answeredFile(
                "/files",
                "suppliers",
                "s.csv",
                ("\uFEFF" + HEADER + row).getBytes(StandardCharsets.UTF_8));
        return Replay.audited(grower.form("/files/take", Map.of()), "supplier-added", id);
    }

    private void growers() {
        if (grower.status("/suppliers/" + GROWERS) == 404) {
            grower.posts("/suppliers", RegistryForms.supplier(GROWERS));
        }
    }

    private String supplier() {
        String id = name();
        assertThat(grower.posts("/suppliers", RegistryForms.supplier(id))).isEqualTo(303);
        return id;
    }

    private String product() {
        growers();
        String code = name();
        assertThat(grower.posts("/products", RegistryForms.product(code, GROWERS))).isEqualTo(303);
        return code;
    }

    private String withPapers() {
        String code = product();
        for (String kind : new String[] {"licence", "origin", "inspection"}) {
            grower.sends("/products/" + code + "/papers", kind, kind + ".pdf", PAPER);
        }
        return code;
    }

    private String excluded(String supplier) {
        county.posts("/suppliers/" + supplier + "/exclude", reason());
        return "/blacklist/"
                + first("data-exclusion=\"([0-9]+)", county.page("/blacklist?words=" + supplier));
    }

    private static Map<String, String> reason() {
        return Map.of("grounds", "quality", "reason", "抽检农残超标");
    }

    private String lot() {
        String code = product();
        assertThat(grower.posts("/lots", lotForm(code))).isEqualTo(303);
        return "/lots/one?product=" + code + "&lot=L1";
    }

    private static String code(String lot) {
        return first("product=([a-z0-9-]+)", lot);
    }

    private Map<String, String> lotForm(String product) {
        Map<String, String> form = new HashMap<>();
        form.putAll(
                Map.of(
                        "product", product,
                        "lot", "L1",
                        "harvested-on", today(10),
                        "packed-on", today(8),
                        "shelf-life-days", "180",
                        "best-before", "",
                        "quantity", "100",
                        "grower", "示例村 3 组"));
        return form;
    }

    private String today(int daysAgo) {
        return server.bean(Registry.class).today().minusDays(daysAgo).toString();
    }

    private static String name() {
        return "gr-" + NUMBER.incrementAndGet();
    }

    private static String first(String pattern, String page) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }
}
