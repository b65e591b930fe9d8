package org.assistcounter.protocol.journal;

import org.assistcounter.protocol.cbor.CborMap;
import org.assistcounter.protocol.cbor.MalformedCborException;

/** A constant with the word that stands for it in a record; the word never changes. */
public interface Word {

    /** As written in records. */
    String word();

    /** Reads one word of a closed list. */
    static <W extends Enum<W> & Word> W read(CborMap map, String key, Class<W> type)
            throws MalformedCborException {
        String word = map.text(key);
        for (W constant : type.getEnumConstants()) {
            if (constant.word().equals(word)) {
                return constant;
            }
        }
        throw new MalformedCborException(key + " is the unknown word " + word);
    }
}
