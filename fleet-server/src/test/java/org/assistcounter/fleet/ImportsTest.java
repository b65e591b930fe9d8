package org.assistcounter.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assistcounter.fleet.spreadsheets.Spreadsheets;
import org.assistcounter.fleet.spreadsheets.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The registry in and out of files. */
@ExtendWith(RunningServer.class)
class ImportsTest {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final String HEADER = "编号,类型,中文名称,英文名称,县区代码,乡镇村,营业执照号,执照有效期至,带动户数\n";

    private final RunningServer.Parts server = RunningServer.parts();
    private final RegistryPeople people = new RegistryPeople(server);

    @Test
    void looksThroughAFileTakesItOnceAndGivesItBack() {
        var keeper = people.supplier("it-coop");
        String rows = row("it-one", "611026", "12") + row("it-two", "611025", "7");

        String looked = keeper.answeredFile("/files", "suppliers", "s.csv", gb(HEADER + rows));
        assertThat(looked).contains("没有问题，尚未导入", "共 2 行，2 行没有问题");
        assertThat(keeper.status("/suppliers/it-one")).isEqualTo(404);

        assertThat(keeper.answered("/files/take", Map.of())).contains("已导入");
        assertThat(keeper.page("/suppliers/it-two")).contains("示例·it-two");
        assertThat(keeper.answered("/files/take", Map.of())).contains("没有等待导入的文件");

        byte[] csv = keeper.file("/files/suppliers.csv");
        assertThat(csv).startsWith(0xEF, 0xBB, 0xBF);
        assertThat(new String(csv, StandardCharsets.UTF_8)).contains("示例·it-one", "2099-12-31");
        Table table = (Table) Spreadsheets.read(keeper.file("/files/suppliers.xlsx?words=it-one"));
        assertThat(table.rows()).hasSize(1);

        assertThat(keeper.answeredFile("/files", "suppliers", "s.csv", csv)).contains("没有问题，尚未导入");
        keeper.answered("/files/take", Map.of());
        assertThat(keeper.page("/suppliers/it-one")).contains("name=\"version\" value=\"1\"");
    }

    @Test
    void tellsEachBadRowAndTakesNothing() {
        var keeper = people.supplier("it-bad");
        String rows =
                row("it-good", "611026", "12")
                        + "\n"
                        + row("it-ended", "610928", "12")
                        + row("it-hole", "611026", "")
                        + row("IT", "611026", "x")
                        + "it-short,合作社\n";

        String looked =
                keeper.answeredFile("/files", "suppliers", "s.csv", utf8WithMark(HEADER + rows));

        assertThat(looked).contains("有问题，什么都没有导入", "县区代码已经停用", "不能为空", "不是整数", "须以小写字母开头");
        assertThat(looked).contains(">4<", ">5<", ">6<", ">7<");
        assertThat(keeper.answered("/files/take", Map.of())).contains("没有等待导入的文件");
        assertThat(keeper.status("/suppliers/it-good")).isEqualTo(404);
    }

    /** What only the registry can tell: whose it is, and what is there already. */
    @Test
    void tellsWhatTheRegistryRefuses() {
        var other = people.supplier("it-other");
        other.answeredFile(
                "/files", "suppliers", "s.csv", gb(HEADER + row("it-taken", "611026", "1")));
        other.answered("/files/take", Map.of());
        var keeper = people.supplier("it-mine");

        String looked =
                keeper.answeredFile(
                        "/files",
                        "suppliers",
                        "s.csv",
                        gb(HEADER + row("it-new", "611026", "1") + row("it-taken", "611026", "2")));

        assertThat(looked).contains("这个编号已被使用", "共 2 行，1 行没有问题");
        assertThat(keeper.status("/suppliers/it-new")).isEqualTo(404);
        assertThat(other.page("/suppliers/it-taken")).contains("示例·it-taken");
    }

    @Test
    void refusesWhatIsNoTable() {
        var keeper = people.supplier("it-none");
        byte[] mixed = concat(gb("编号,类型\n陕西,一\n"), "编号,㛃𠮷é\n".getBytes(StandardCharsets.UTF_8));

        assertThat(keeper.answeredFile("/files", "suppliers", "x.csv", mixed)).contains("前后编码不一致");
        assertThat(
                        keeper.answeredFile(
                                "/files", "suppliers", "x.xlsx", new byte[] {'P', 'K', 3, 4}))
                .contains("XLSX 文件已损坏");
        assertThat(keeper.answeredFile("/files", "suppliers", "x.csv", gb("a,b\n1,2\n")))
                .contains("缺少这一列");
        assertThat(keeper.answeredFile("/files", "guns", "x.csv", gb("a,b\n"))).contains("请选择一个文件");
    }

    private static String row(String id, String county, String households) {
        return String.join(
                        ",",
                        List.of(
                                id,
                                "合作社",
                                "示例·" + id,
                                "Example " + id,
                                county,
                                "示例镇",
                                "93" + Integer.toHexString(id.hashCode()),
                                "2099年12月31日",
                                households))
                + "\n";
    }

    private static byte[] gb(String text) {
        return text.getBytes(GB18030);
    }

    private static byte[] utf8WithMark(String text) {
        return ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
