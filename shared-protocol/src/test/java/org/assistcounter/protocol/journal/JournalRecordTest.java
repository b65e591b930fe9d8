package org.assistcounter.protocol.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.assistcounter.protocol.signing.Ed25519;
import org.junit.jupiter.api.Test;

class JournalRecordTest {

    private static final JournalRecord BEAT = Journals.chain(List.of(new Fact.Beat())).getFirst();

    @Test
    void readsBackEveryKindOfFactFromItsBytes() throws Exception {
        for (JournalRecord record : Journals.chain(Journals.oneFactOfEachKind())) {
            JournalRecord read = JournalRecord.read(record.bytes());

            assertThat(read.header()).isEqualTo(record.header());
            assertThat(read.fact()).usingRecursiveComparison().isEqualTo(record.fact());
            assertThat(read.signedBy(Journals.KEY.publicKey(), Ed25519::holds)).isTrue();
        }
    }

    @Test
    void hasATypeNumberForEveryKindOfFact() {
        assertThat(Journals.oneFactOfEachKind().stream().map(FactType::of))
                .containsExactlyInAnyOrder(FactType.values());
    }

    @Test
    void noticesEveryChangedByte() throws Exception {
        byte[] bytes = BEAT.bytes();

        for (int i = 0; i < bytes.length; i++) {
            byte[] changed = bytes.clone();
            changed[i] ^= 1;
            assertThat(stillHolds(changed)).as("byte %d", i).isFalse();
        }
    }

    private static boolean stillHolds(byte[] bytes) {
        try {
            return JournalRecord.read(bytes).signedBy(Journals.KEY.publicKey(), Ed25519::holds);
        } catch (MalformedRecordException e) {
            return false;
        }
    }

    @Test
    void refusesTooFewBytes() {
        assertThatThrownBy(() -> JournalRecord.read(new byte[198]))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining("too few");
    }

    @Test
    void refusesAnotherMagic() {
        refuses(0, "ACJ1");
    }

    @Test
    void refusesUnknownFlags() {
        refuses(5, "flags");
    }

    @Test
    void refusesABodyLengthThatDoesNotFit() {
        refuses(RecordHeader.LENGTH - 1, "does not fit");
    }

    @Test
    void refusesAnUnknownClockQuality() {
        byte[] bytes = BEAT.bytes();
        bytes[86] = 99;
        assertThatThrownBy(() -> JournalRecord.read(bytes)).hasMessageContaining("clock quality");
    }

    @Test
    void refusesBytesAfterTheSignature() {
        byte[] longer = Arrays.copyOf(BEAT.bytes(), BEAT.bytes().length + 1);

        assertThatThrownBy(() -> JournalRecord.read(longer)).hasMessageContaining("does not fit");
    }

    private static void refuses(int changedByte, String words) {
        byte[] bytes = BEAT.bytes();
        bytes[changedByte] ^= 0x40;
        assertThatThrownBy(() -> JournalRecord.read(bytes))
                .isInstanceOf(MalformedRecordException.class)
                .hasMessageContaining(words);
    }
}
