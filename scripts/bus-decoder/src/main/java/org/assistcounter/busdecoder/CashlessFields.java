package org.assistcounter.busdecoder;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.assistcounter.devices.mdb.ReaderMessage;
import org.assistcounter.devices.mdb.ReaderOption;
import org.assistcounter.devices.mdb.SessionForm;
import org.assistcounter.devices.mdb.VmcMessage;

/** The fields of cashless messages as a technician reads them: BCD as digits, bits as words. */
final class CashlessFields {

    private static final List<String> EXPANDED_ONLY =
            List.of("language", "currency", "cardOptions");
    private static final List<String> MEDIA = List.of("mediaId", "mediaType", "mediaData");

    private CashlessFields() {}

    static String nameOf(Record message) {
        return switch (message) {
            case VmcMessage.NotUsed unused -> unused.name().replace('_', ' ');
            case ReaderMessage.NotUsed unused -> unused.name().replace('_', ' ');
            default -> RecordFields.nameOf(message);
        };
    }

    static Map<String, Object> of(Record message, SessionForm form) {
        Map<String, Object> fields = new LinkedHashMap<>(RecordFields.of(message));
        if (!form.isExpanded()) {
            EXPANDED_ONLY.forEach(fields::remove);
        }
        if (form.level() == 1) {
            MEDIA.forEach(fields::remove);
        }
        switch (message) {
            case ReaderMessage.ReaderConfig config -> {
                fields.put("refund", config.canRefund());
                fields.put("multivend", config.isMultivend());
                fields.put("display", config.hasDisplay());
                fields.put("cashSale", config.hasCashSale());
            }
            case ReaderMessage.Malfunction fault -> {
                fields.put("code", String.format("%02X", fault.code()));
                fields.put("kind", fault.kind().name());
            }
            case ReaderMessage.PeripheralId id -> fields.put("options", options(id.optionBits()));
            case VmcMessage.EnableOptions(long bits) -> fields.put("options", options(bits));
            case VmcMessage.NotUsed ignored -> fields.remove("name");
            case ReaderMessage.NotUsed ignored -> fields.remove("name");
            default -> {}
        }
        return fields;
    }

    private static List<String> options(long bits) {
        return Arrays.stream(ReaderOption.values())
                .filter(option -> option.isIn(bits))
                .map(ReaderOption::name)
                .toList();
    }
}
