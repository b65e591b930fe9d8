package org.assistcounter.fleet.operators;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A QR code as an SVG path of unit squares, with its quiet zone.
 *
 * @param size modules on a side
 */
public record QrPicture(String path, int size) {

    /** Of a text that is not too long for any. */
    public static QrPicture of(String text) {
        try {
            BitMatrix code = new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 0, 0);
            int size = code.getWidth();
            String path =
                    IntStream.range(0, size * size)
                            .filter(at -> code.get(at % size, at / size))
                            .mapToObj(at -> "M%d %dh1v1h-1z".formatted(at % size, at / size))
                            .collect(Collectors.joining());
            return new QrPicture(path, size);
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }
}
