package org.assistcounter.counter.screen;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/**
 * A QR code as an SVG path of unit squares, without its quiet zone.
 *
 * @param size modules on a side
 */
record QrPath(String path, int size) {

    static QrPath of(String text) {
        try {
            ByteMatrix modules = Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
            StringBuilder path = new StringBuilder();
            for (int y = 0; y < modules.getHeight(); y++) {
                row(path, modules, y);
            }
            return new QrPath(path.toString(), modules.getWidth());
        } catch (WriterException e) {
            throw new IllegalArgumentException("no QR code holds " + text.length() + " letters", e);
        }
    }

    private static void row(StringBuilder path, ByteMatrix modules, int y) {
        for (int x = 0; x < modules.getWidth(); x++) {
            if (modules.get(x, y) == 1) {
                path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
            }
        }
    }
}
