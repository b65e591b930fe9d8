package org.assistcounter.protocol.shelf;

/** The same words in Simplified Chinese and in English. */
public record Bilingual(String zh, String en) {
    public Bilingual {
        if (zh.isBlank() || en.isBlank()) {
            throw new IllegalArgumentException("a text is empty in one language");
        }
    }
}
