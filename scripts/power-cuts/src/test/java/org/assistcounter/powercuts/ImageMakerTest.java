package org.assistcounter.powercuts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.assistcounter.powercuts.DiskCall.Opened;
import org.assistcounter.powercuts.DiskCall.Removed;
import org.assistcounter.powercuts.DiskCall.Resized;
import org.assistcounter.powercuts.DiskCall.Synced;
import org.assistcounter.powercuts.DiskCall.Written;
import org.junit.jupiter.api.Test;

/** What a cut may do to a disk, and what it may not. */
class ImageMakerTest {
    private static final String OLD = "o".repeat(2_000);
    private static final String NEW = "n".repeat(2_000);

    @Test
    void neverTouchesWhatWasSynced() {
        assertThat(images(write(OLD), new Synced("j"), new DiskCall.FolderSynced()))
                .containsExactly(Map.of("j", OLD));
    }

    @Test
    void losesTearsAndMixesWhatWasNot() {
        Set<String> contents = new HashSet<>();
        for (Map<String, String> image :
                images(write(OLD), new Synced("j"), new DiskCall.FolderSynced(), write(NEW))) {
            contents.add(image.getOrDefault("j", ""));
        }
        String firstSector = NEW.substring(0, 512) + OLD.substring(512);
        String withoutIt = OLD.substring(0, 512) + NEW.substring(512);
        assertThat(contents).contains(OLD, NEW, firstSector, withoutIt);
        // The rest of a write never comes without a reason: only whole sectors of it do.
        assertThat(contents).noneMatch(content -> content.startsWith("no") || content.length() < 1);
    }

    @Test
    void mayLoseTheFileOrKeepOneThatWasRemovedUntilTheFolderIsSynced() {
        assertThat(images(write(OLD), new Synced("j"))).contains(Map.of(), Map.of("j", OLD));
        assertThat(
                        images(
                                write(OLD),
                                new Synced("j"),
                                new DiskCall.FolderSynced(),
                                new Removed("j")))
                .containsExactlyInAnyOrder(Map.of(), Map.of("j", OLD));
    }

    @Test
    void mayKeepTheOldLength() {
        assertThat(
                        images(
                                write(OLD),
                                new Synced("j"),
                                new DiskCall.FolderSynced(),
                                new Resized("j", 3)))
                .containsExactlyInAnyOrder(Map.of("j", OLD), Map.of("j", "ooo"));
    }

    @Test
    void drawsTheSameImageForTheSameNumber() {
        Disk disk = disk(List.of(new Opened("j", false), write(OLD), write(NEW)));

        assertThat(texts(ImageMaker.draw(disk, new SplittableRandom(7))))
                .isEqualTo(texts(ImageMaker.draw(disk, new SplittableRandom(7))));
    }

    private static Written write(String text) {
        return new Written("j", 0, ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII)));
    }

    private static Set<Map<String, String>> images(DiskCall... calls) {
        List<DiskCall> all = new ArrayList<>(List.of(new Opened("j", false)));
        all.addAll(List.of(calls));
        Disk disk = disk(all);
        Set<Map<String, String>> images = new HashSet<>();
        for (long seed = 0; seed < 2_000; seed++) {
            images.add(texts(ImageMaker.draw(disk, new SplittableRandom(seed))));
        }
        return images;
    }

    private static Disk disk(List<DiskCall> calls) {
        Disk disk = new Disk(new Trace(Map.of(), 0, calls));
        calls.forEach(disk::apply);
        return disk;
    }

    private static Map<String, String> texts(Map<String, byte[]> files) {
        Map<String, String> texts = new java.util.TreeMap<>();
        files.forEach(
                (name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.ISO_8859_1)));
        return texts;
    }
}
