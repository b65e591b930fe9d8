package org.assistcounter.protocol.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.assistcounter.protocol.journal.JournalRecord;
import org.junit.jupiter.api.Test;

class JournalBatchTest {
    private static final int BROKER_BYTES_MAX = 128 * 1024;

    @Test
    void sendsADayOfSmallRecordsSixtyFourAtATime() {
        List<JournalBatch> batches = JournalBatch.split(records(130, 300));

        assertThat(batches).extracting(batch -> batch.records().size()).containsExactly(64, 64, 2);
    }

    @Test
    void keepsEveryMessageSmallEnoughForABrokerHoweverLongTheRecordsAre() {
        List<byte[]> longest = records(64, JournalRecord.BODY_MAX + 200);

        List<JournalBatch> batches = JournalBatch.split(longest);

        assertThat(batches)
                .allSatisfy(batch -> assertThat(batch.encode()).hasSizeLessThan(BROKER_BYTES_MAX));
        assertThat(batches.stream().flatMap(batch -> batch.records().stream()))
                .containsExactlyElementsOf(longest);
    }

    @Test
    void makesNoMessageOfNothing() {
        assertThat(JournalBatch.split(List.of())).isEmpty();
    }

    private static List<byte[]> records(int count, int bytes) {
        List<byte[]> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] record = new byte[bytes];
            record[0] = (byte) i;
            records.add(record);
        }
        return records;
    }
}
