package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.assistcounter.fleet.catalogue.RecognitionTimer;
import org.assistcounter.fleet.operators.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.r2dbc.core.DatabaseClient;

/** Suppliers and products, and how offices recognise them and keep them out. */
@ExtendWith(RunningServer.class)
class RegistryTest {
    private static final byte[] PAPER = "%PDF-1.7 a report".getBytes(StandardCharsets.ISO_8859_1);
    private static final String ENTRY = "data-exclusion=\"([0-9]+)";
    private static final Pattern CASE = Pattern.compile("/recognition/([0-9]+)");

    private final RunningServer.Parts server = RunningServer.parts();
    private final RegistryPeople people = new RegistryPeople(server);
    private final PersonsBrowser grower = people.supplier("rt-growers");
    private final PersonsBrowser county = people.office("611026");
    private final PersonsBrowser city = people.office("611000");
    private final PersonsBrowser province = people.office("610000");

    @Test
    void recognisesWhatCountyCityAndProvincePassAndNobodyObjectsTo() {
        String id = applied("rt-walnut");

        assertThat(city.answered(id, deed("pass", 1, ""))).contains("这一步不由本单位办理");
        assertThat(grower.answered(id, deed("pass", 1, ""))).contains("这一步不由本单位办理");
        assertThat(county.posts(id, deed("pass", 1, ""))).isEqualTo(303);
        assertThat(city.posts(id, deed("pass", 2, ""))).isEqualTo(303);
        assertThat(province.posts(id, deed("pass", 3, ""))).isEqualTo(303);
        assertThat(grower.page(id + "?lang=en")).contains("Published", "of-610000");

        elapse();

        assertThat(grower.page("/products/rt-walnut?lang=en")).contains("recognised until");
        assertThat(grower.page(id)).contains("期限届满");
        assertThat(grower.answered("/products/rt-walnut/apply", Map.of())).contains("90 天");
    }

    @Test
    void saysWhatIsMissingAndTakesThePapers() {
        supplier("rt-growers-papers");
        product("rt-bare", "rt-growers-papers");

        String refused = grower.answered("/products/rt-bare/apply", Map.of());
        assertThat(refused).contains("缺少营业执照", "缺少产地证明", "缺少检验报告");

        assertThat(grower.sends("/products/rt-bare/papers", "licence", "x.pdf", PAPER))
                .isEqualTo("/products/rt-bare#papers");
        assertThat(grower.sends("/products/rt-bare/papers", "licence", "y.pdf", PAPER))
                .contains("refused=paper-twice");
        assertThat(
                        grower.sends(
                                "/products/rt-bare/papers",
                                "origin",
                                "page.html",
                                "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)))
                .contains("refused=paper-type");
        assertThat(grower.page("/products/rt-bare?refused=paper-type")).contains("只能上传 PDF");
        assertThat(grower.page("/products/rt-bare")).contains("x.pdf").doesNotContain("page.html");
        assertThat(grower.answered("/products/rt-bare/apply", Map.of()))
                .contains("缺少产地证明")
                .doesNotContain("缺少营业执照");
    }

    @Test
    void returnsWithAReasonAndGoesOnWhereItWas() {
        String id = applied("rt-returned");

        assertThat(county.answered(id, deed("return", 1, ""))).contains("请写明理由");
        assertThat(county.posts(id, deed("return", 1, "检验报告已过期"))).isEqualTo(303);
        assertThat(grower.page(id)).contains("检验报告已过期", "退回补正");
        assertThat(county.answered(id, deed("mended", 2, "不是申请人"))).contains("这一步不由本单位办理");
        assertThat(grower.posts(id, deed("mended", 2, "已换新的报告"))).isEqualTo(303);
        assertThat(county.page("/recognition?which=county")).contains("rt-returned-zh");
    }

    @Test
    void tellsTheSecondOfTwoWhoDecideAtOnce() {
        String id = applied("rt-twice");
        var other = people.office("611026", "of-611026-too");

        assertThat(county.posts(id, deed("pass", 1, ""))).isEqualTo(303);
        assertThat(other.answered(id, deed("reject", 1, "原料不合格"))).contains("别人已经改过");
        assertThat(grower.page(id)).contains("市级审核").doesNotContain("原料不合格");
    }

    @Test
    void tellsTheSecondOfTwoWhoEditAtOnce() {
        supplier("rt-edited");
        var first = new HashMap<>(RegistryForms.supplier("rt-edited"));
        first.putAll(Map.of("version", "1", "households", "41"));
        var second = new HashMap<>(first);
        second.put("households", "42");

        assertThat(grower.posts("/suppliers/rt-edited", first)).isEqualTo(303);
        assertThat(grower.answered("/suppliers/rt-edited", second))
                .contains("别人已经改过", "data-field=\"households\"")
                .doesNotContain("data-field=\"village\"")
                .contains("name=\"version\" value=\"2\"");
        assertThat(grower.page("/suppliers/rt-edited")).contains(">41<").doesNotContain(">42<");

        second.put("version", "2");
        assertThat(grower.posts("/suppliers/rt-edited", second)).isEqualTo(303);
        assertThat(grower.page("/suppliers/rt-edited")).contains(">42<");
    }

    @Test
    void refusesWhatIsWrongWithTheReason() {
        assertThat(refused("county-code", "610928")).contains("县区代码已经停用");
        assertThat(refused("county-code", "619999")).contains("没有这个县区代码");
        assertThat(refused("county-code", "611000")).contains("请填县区代码");
        assertThat(refused("county-code", "61")).contains("位数不对");
        assertThat(refused("licence-until", "2020-01-01")).contains("营业执照已过有效期");
        assertThat(refused("licence-until", "2027-02-30")).contains("没有这一天");
        assertThat(refused("households", "many"))
                .contains("不是整数")
                .containsPattern("name=\"households\"[^>]*aria-invalid=\"true\"")
                .doesNotContainPattern("name=\"village\"[^>]*aria-invalid");
        assertThat(refused("name-zh", "")).contains("不能为空");
        assertThat(refused("id", "Ünicode")).contains("须以小写字母开头");
        assertThat(grower.status("/suppliers/rt-wrong")).isEqualTo(404);

        supplier("rt-wrongs");
        assertThat(refusedProduct("gtin", "6901234567891")).contains("校验码不对");
        assertThat(refusedProduct("price", "30")).contains("售价高于最高限价");
        assertThat(refusedProduct("price", "12.801")).contains("小数超过两位");
        assertThat(refusedProduct("season-to", "13")).contains("太大");
        assertThat(refusedProduct("category", "guns")).contains("不在可选范围内");
        assertThat(refusedProduct("supplier", "nobody")).contains("没有这个供应商");
        assertThat(grower.status("/products/rt-wrong")).isEqualTo(404);
    }

    @Test
    void keepsAProductAsItWasRecognised() {
        String id = applied("rt-fixed");
        var renamed = RegistryForms.product("rt-fixed", "rt-growers-s");
        renamed.putAll(Map.of("version", "1", "name-zh", "别的东西"));
        assertThat(grower.answered("/products/rt-fixed", renamed)).contains("产品正在认定审核中");

        var cheaper = RegistryForms.product("rt-fixed", "rt-growers-s");
        cheaper.putAll(Map.of("version", "1", "price", "11.00"));
        assertThat(grower.posts("/products/rt-fixed", cheaper)).isEqualTo(303);

        assertThat(grower.page("/products/rt-fixed")).contains("¥11.00", "¥12.80");
        assertThat(grower.posts(id, deed("withdraw", 1, ""))).isEqualTo(303);
        renamed.put("version", "2");
        assertThat(grower.posts("/products/rt-fixed", renamed)).isEqualTo(303);
    }

    @Test
    void keepsOutAtOnceAndLetsInOnlyByTheProvinceAndAnother() {
        String id = applied("rt-out");
        var reason = Map.of("grounds", "quality", "reason", "抽检农残超标");

        assertThat(county.posts("/products/rt-out/exclude", reason)).isEqualTo(303);
        assertThat(county.answered("/products/rt-out/exclude", reason)).contains("已经在黑名单上");
        assertThat(county.answered(id, deed("pass", 1, ""))).contains("在黑名单上");
        String line = grower.page("/blacklist");
        assertThat(line).contains("抽检农残超标");
        String entry = "/blacklist/" + first(ENTRY, line);

        assertThat(grower.posts(entry + "/appeal", Map.of("reason", "复检已经合格"))).isEqualTo(303);
        assertThat(county.answered(entry + "/answer", lift())).contains("只有省级办公室");
        assertThat(province.posts(entry + "/answer", lift())).isEqualTo(303);
        assertThat(county.posts(id, deed("pass", 1, ""))).isEqualTo(303);
        assertThat(province.answered(entry + "/answer", lift())).contains("已经答复过");
    }

    @Test
    void hearsASecondAppealAfterTheFirstWasRefused() {
        supplier("rt-appeals");
        county.posts(
                "/suppliers/rt-appeals/exclude", Map.of("grounds", "price", "reason", "多次高于限价销售"));
        String page = grower.page("/blacklist?words=rt-appeals");
        String entry = "/blacklist/" + first(ENTRY, page);
        var appeal = Map.of("reason", "已经按限价整改");
        var keep = Map.of("answer", "keep", "reason", "整改未经核实");

        assertThat(province.answered(entry + "/answer", keep)).contains("没有申诉可答复");
        assertThat(grower.posts(entry + "/appeal", appeal)).isEqualTo(303);
        assertThat(grower.answered(entry + "/appeal", appeal)).contains("已经申诉过");
        assertThat(province.answered(entry + "/answer", Map.of("reason", "不知道怎么办")))
                .contains("请选择一项处理意见");
        assertThat(province.posts(entry + "/answer", keep)).isEqualTo(303);
        assertThat(grower.posts(entry + "/appeal", appeal)).isEqualTo(303);
        assertThat(province.posts(entry + "/answer", lift())).isEqualTo(303);
    }

    @Test
    void keepsOutWhoeverComesBackUnderAnotherNameWithTheSameLicence() {
        supplier("rt-first-name");
        var again = new HashMap<>(RegistryForms.supplier("rt-second-name"));
        again.put("licence", RegistryForms.licence("rt-first-name"));
        grower.posts("/suppliers", again);
        product("rt-again", "rt-second-name");
        papers(grower, "rt-again");

        county.posts(
                "/suppliers/rt-first-name/exclude",
                Map.of("grounds", "integrity", "reason", "以次充好"));

        assertThat(grower.answered("/products/rt-again/apply", Map.of())).contains("在黑名单上");
        assertThat(grower.page("/products?which=excluded")).contains("rt-again-zh");
    }

    @Test
    void warnsOfficesOfWhatWasKeptOutAndComesAgainUnderAnotherCode() {
        supplier("rt-once");
        product("rt-honey", "rt-once");
        county.posts(
                "/products/rt-honey/exclude", Map.of("grounds", "quality", "reason", "掺入糖浆的蜂蜜"));
        var again = new HashMap<>(RegistryForms.supplier("rt-once-more"));
        again.put("licence", RegistryForms.licence("rt-once"));
        grower.posts("/suppliers", again);
        for (String supplier : new String[] {"rt-once", "rt-once-more"}) {
            String code = supplier + "-honey";
            var form = RegistryForms.product(code, supplier);
            form.put("name-zh", "ＲＴ－honey－　zh");
            assertThat(grower.posts("/products", form)).isEqualTo(303);
            papers(grower, code);
            assertThat(grower.posts("/products/" + code + "/apply", Map.of())).isEqualTo(303);
            String id = "/recognition/" + first(CASE.pattern(), grower.page("/products/" + code));

            assertThat(county.page(id))
                    .contains("掺入糖浆的蜂蜜", "同名的产品于 20", "href=\"/products/rt-honey\"");
            assertThat(county.page("/products/" + code)).contains("data-namesake=\"rt-honey\"");
            assertThat(grower.page(id)).doesNotContain("data-namesake");
            assertThat(county.posts(id, deed("pass", 1, ""))).isEqualTo(303);
        }
        product("rt-other-honey", "rt-once");
        assertThat(county.page("/products/rt-other-honey")).doesNotContain("data-namesake");

        String entry = "/blacklist/" + first(ENTRY, county.page("/blacklist?words=rt-honey"));
        assertThat(province.posts(entry + "/answer", lift())).isEqualTo(303);
        assertThat(county.page("/products/rt-once-honey")).doesNotContain("data-namesake");
    }

    @Test
    void tellsThatAnArticleNumberIsTaken() {
        supplier("rt-numbers");
        var form = RegistryForms.product("rt-number-1", "rt-numbers");
        form.put("gtin", "6901234567892");
        assertThat(grower.posts("/products", form)).isEqualTo(303);
        product("rt-number-2", "rt-numbers");
        var taken = RegistryForms.product("rt-number-2", "rt-numbers");
        taken.putAll(Map.of("gtin", "6901234567892", "version", "1"));

        assertThat(grower.answered("/products/rt-number-2", taken)).contains("商品条码已被使用");
    }

    @Test
    void takesNoFileFromWhoIsNotSignedInAndNoneThatIsTooLong() {
        var nobody = new PersonsBrowser(server, "x".repeat(43));
        assertThat(nobody.uploads("/products/rt-none/papers", 100)).isEqualTo(401);
        assertThat(grower.uploads("/products/rt-none/papers", 12_000_000)).isEqualTo(303);
    }

    @Test
    void entersMarksWithTheirEnd() {
        supplier("rt-marked");
        product("rt-mark", "rt-marked");
        var mark = new HashMap<>(Map.of("mark", "origin", "number", "AGI02153"));

        assertThat(grower.answered("/products/rt-mark/marks", mark)).contains("请填写证书编号");
        mark.put("until", "2020-01-01");
        assertThat(grower.answered("/products/rt-mark/marks", mark)).contains("标志已过有效期");
        mark.put("until", "2099-01-01");
        assertThat(grower.posts("/products/rt-mark/marks", mark)).isEqualTo(303);
        assertThat(grower.page("/products/rt-mark?lang=en"))
                .contains("Geographical indication", "AGI02153", "2099-01-01");
    }

    @Test
    void doesNotLetAnybodyLiftWhatTheyFoundThemselves() {
        supplier("rt-province");
        var reason = Map.of("grounds", "law", "reason", "涉嫌违法经营");
        province.posts("/suppliers/rt-province/exclude", reason);
        String entry = "/blacklist/" + first(ENTRY, province.page("/blacklist?words=rt-province"));

        assertThat(province.answered(entry + "/answer", lift())).contains("不能自己解除");
        assertThat(people.office("610000", "of-610000-too").posts(entry + "/answer", lift()))
                .isEqualTo(303);
    }

    @Test
    void showsNobodyWhatLiesOutsideTheirDivisionOrOrganisation() {
        supplier("rt-seen");
        product("rt-seen-p", "rt-seen");
        var elsewhere = people.office("610700");
        var other = people.supplier("rt-others");

        for (PersonsBrowser stranger : new PersonsBrowser[] {elsewhere, other}) {
            assertThat(stranger.status("/suppliers/rt-seen")).isEqualTo(404);
            assertThat(stranger.status("/products/rt-seen-p")).isEqualTo(404);
            assertThat(stranger.page("/suppliers")).doesNotContain("rt-seen");
            assertThat(stranger.page("/products?words=rt-seen-p")).doesNotContain("rt-seen-p-zh");
        }
        assertThat(city.status("/suppliers/rt-seen")).isEqualTo(200);
        assertThat(other.answered("/products", RegistryForms.product("rt-stolen", "rt-seen")))
                .contains("没有这个供应商");
        var dispatcher = PersonsBrowser.of(server, "rt-dispatcher", Role.DISPATCHER);
        assertThat(dispatcher.status("/products/rt-seen-p")).isEqualTo(200);
        assertThat(dispatcher.posts("/products/rt-seen-p/apply", Map.of())).isEqualTo(403);
    }

    /** Of household groups that have nobody here. */
    @Test
    void letsACountyKeepWhoHasNobodyAndAnotherOfItCheck() {
        assertThat(county.posts("/suppliers", RegistryForms.supplier("rt-group"))).isEqualTo(303);
        assertThat(county.posts("/products", RegistryForms.product("rt-group-p", "rt-group")))
                .isEqualTo(303);
        papers(county, "rt-group-p");
        assertThat(county.posts("/products/rt-group-p/apply", Map.of())).isEqualTo(303);
        String id = "/recognition/" + first(CASE.pattern(), county.page("/products/rt-group-p"));

        assertThat(county.answered(id, deed("pass", 1, ""))).contains("申请人不能审核自己的申请");
        assertThat(people.office("611026", "of-611026-two").posts(id, deed("pass", 1, "")))
                .isEqualTo(303);
        assertThat(grower.answered("/suppliers/rt-group", RegistryForms.supplier("rt-group")))
                .contains("没有这一条");
    }

    private String applied(String code) {
        if (grower.status("/suppliers/rt-growers-s") == 404) {
            supplier("rt-growers-s");
        }
        product(code, "rt-growers-s");
        papers(grower, code);
        assertThat(grower.posts("/products/" + code + "/apply", Map.of())).isEqualTo(303);
        return "/recognition/" + first(CASE.pattern(), grower.page("/products/" + code));
    }

    private static void papers(PersonsBrowser keeper, String code) {
        for (String kind : new String[] {"licence", "origin", "inspection"}) {
            assertThat(keeper.sends("/products/" + code + "/papers", kind, kind + ".pdf", PAPER))
                    .endsWith(code + "#papers");
        }
    }

    private void supplier(String id) {
        assertThat(grower.posts("/suppliers", RegistryForms.supplier(id))).isEqualTo(303);
    }

    private void product(String code, String supplier) {
        assertThat(grower.posts("/products", RegistryForms.product(code, supplier))).isEqualTo(303);
    }

    private String refused(String field, String value) {
        var form = new HashMap<>(RegistryForms.supplier("rt-wrong"));
        form.put(field, value);
        return grower.answered("/suppliers", form);
    }

    private String refusedProduct(String field, String value) {
        var form = RegistryForms.product("rt-wrong", "rt-wrongs");
        form.put(field, value);
        return grower.answered("/products", form);
    }

    private static Map<String, String> deed(String word, int version, String reason) {
        return Map.of("deed", word, "version", Integer.toString(version), "reason", reason);
    }

    private static Map<String, String> lift() {
        return Map.of("answer", "lift", "reason", "复检报告合格");
    }

    /** The days of publicity go by. */
    private void elapse() {
        server.bean(DatabaseClient.class)
                .sql("update catalogue_application set due = due - 30 where stage = 'publicity'")
                .fetch()
                .rowsUpdated()
                .block();
        server.bean(RecognitionTimer.class).look().block();
    }

    private static String first(String pattern, String page) {
        var found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
