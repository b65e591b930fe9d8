package org.assistcounter.counter.screen;

/**
 * The fleet's page for whoever has a receipt code, and its code for a phone. Drawn once, because it
 * stands in every view.
 *
 * @param qrSvgPath unit squares, without a quiet zone
 * @param qrSize modules on a side
 */
public record HelpPage(String url, String qrSvgPath, int qrSize) {

    /** The page of the fleet at this address. */
    public static HelpPage ofFleet(String origin) {
        String url = origin + "/receipt";
        QrPath code = QrPath.of(url);
        return new HelpPage(url, code.path(), code.size());
    }
}
