package org.assistcounter.devices.wiring;

/**
 * What is wrong with one line of a wiring file.
 *
 * @param number counted from 1, as editors do
 * @param text the line as it stands in the file
 */
public record WiringFault(int number, String text, String reason) {

    @Override
    public String toString() {
        return "line " + number + ": " + text + ": " + reason;
    }
}
