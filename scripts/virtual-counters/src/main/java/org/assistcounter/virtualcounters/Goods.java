package org.assistcounter.virtualcounters;

import java.util.List;
import java.util.stream.Collectors;
import org.assistcounter.counter.desired.Ceilings;
import org.assistcounter.protocol.desired.Terms;

/** What lies in every virtual counter: goods of the catalogue, a slot each. */
record Goods(String product, long priceMinor) {
    /** The slots from 1 on. */
    static final List<Goods> SHELF =
            List.of(
                    new Goods("xunyi-pingguo", 990),
                    new Goods("zhouzhi-mihoutao", 1280),
                    new Goods("chenggu-miju", 880),
                    new Goods("pucheng-suli", 1080),
                    new Goods("fuping-shibing", 1980),
                    new Goods("jiaxian-hongzao", 1280),
                    new Goods("luonan-hetao", 1680),
                    new Goods("mizhi-xiaomi", 1180),
                    new Goods("dingbian-qiaomai", 980),
                    new Goods("wubu-guamian", 1580),
                    new Goods("ziyang-fuxicha", 2980),
                    new Goods("yanchuan-zaopian", 990));

    /** What the agent works out from the release on its card. */
    static final Ceilings CEILINGS =
            new Ceilings(
                    SHELF.stream()
                            .collect(
                                    Collectors.toMap(
                                            Goods::product,
                                            goods -> Terms.ceilingMinor(goods.priceMinor()))),
                    1,
                    Long.MAX_VALUE);

    /** So many lie in a slot when it is full. */
    static final int CAPACITY = 10;

    static final String CURRENCY = "CNY";
    static final long SHELF_REVISION = 1;

    String lot() {
        return "L-" + product;
    }
}
