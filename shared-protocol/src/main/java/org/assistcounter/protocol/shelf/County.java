package org.assistcounter.protocol.shelf;

/**
 * A producing county.
 *
 * @param code the six digits of GB/T 2260
 */
public record County(String code, String zh, String en) {
    public County {
        if (!code.matches("[1-9][0-9]{5}")) {
            throw new IllegalArgumentException("a division code has six digits, not " + code);
        }
    }
}
