package org.assistcounter.fleet.spreadsheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * Stands before the XML parser, which holds every piece between two tags in memory. No spreadsheet
 * program writes a document type, a comment or a CDATA section into a part, and these are what
 * entities, outside files and endless pieces are made of: whoever has one is refused.
 */
final class XmlGuard extends FilterInputStream {

    private long at;
    private long tagAt;

    XmlGuard(InputStream in) {
        super(in);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        int got = super.read(into, from, length);
        for (int next = from; next < from + got; next++) {
            look(into[next]);
        }
        return got;
    }

    @Override
    public long skip(long count) {
        throw new UnsupportedOperationException("Nothing passes unseen.");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void look(byte unit) throws Refused {
        at++;
        if (unit == '<') {
            tagAt = at;
        }
        boolean begins = tagAt == at - 1 && tagAt > 0;
        if (begins && (unit == '!' || (unit == '?' && !isDeclaration()))) {
            throw new Refused("broken-xlsx", "its XML has what no spreadsheet program writes");
        }
        if (at - tagAt > Bounds.XML_PIECE_BYTES) {
            throw new Refused("broken-xlsx", "a piece of its XML has no end");
        }
    }

    /** At the very beginning, perhaps after a byte order mark. */
    private boolean isDeclaration() {
        return tagAt == 1 || tagAt == 4;
    }
}
