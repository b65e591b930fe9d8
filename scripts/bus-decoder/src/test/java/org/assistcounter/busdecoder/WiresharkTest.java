package org.assistcounter.busdecoder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Wireshark's dissector, written by others, reads the same numbers from our capture as we print. It
 * is skipped, saying so, where no tshark that knows MDB is installed. The dissector knows no
 * amounts of 32 bits.
 */
class WiresharkTest {

    /** Its fields and ours. */
    private static final Map<String, String> PAIRS =
            Map.of(
                    "mdb.cashless.columns", "columns",
                    "mdb.cashless.rows", "rows",
                    "mdb.cashless.min_price", "priceMin",
                    "mdb.cashless.item_price", "price",
                    "mdb.cashless.item_number", "item",
                    "mdb.cashless.scale_factor", "scale",
                    "mdb.cashless.decimal_places", "decimals",
                    "mdb.cashless.vend_amount", "amount",
                    "mdb.cashless.manuf_code", "manufacturer",
                    "mdb.cashless.model_number", "model");

    @Test
    void readsTheSameNumbersAsWireshark(@TempDir Path folder) throws IOException {
        Optional<String> missing = Tshark.missing();
        Assumptions.assumeTrue(
                missing.isEmpty(),
                () -> "The comparison with Wireshark is skipped: " + missing.orElse(""));
        Path capture = folder.resolve("bus.pcap");
        List<String> ours = Run.of(Sessions.SALE, "--pcap", capture.toString()).out();
        List<String> names = List.copyOf(PAIRS.keySet());

        List<List<String>> theirs = Tshark.fields(capture, names);

        assertThat(theirs).hasSameSizeAs(ours);
        List<String> compared = new ArrayList<>();
        for (int packet = 0; packet < ours.size(); packet++) {
            for (int i = 0; i < names.size(); i++) {
                String their = decimal(theirs.get(packet).get(i).strip());
                if (!their.isEmpty()) {
                    String name = PAIRS.getOrDefault(names.get(i), "");
                    compared.add(name);
                    assertThat(valueOf(name, ours.get(packet))).as(name).isEqualTo(their);
                }
            }
        }
        assertThat(compared).contains("columns", "priceMin", "price", "item", "scale", "amount");
    }

    /** It shows prices of a set-up in hexadecimal. */
    private static String decimal(String shown) {
        return shown.startsWith("0x") ? Long.decode(shown).toString() : shown;
    }

    private static String valueOf(String name, String json) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"?([^\",}]*)").matcher(json);
        return matcher.find() ? matcher.group(1).strip() : "absent in " + json;
    }
}
