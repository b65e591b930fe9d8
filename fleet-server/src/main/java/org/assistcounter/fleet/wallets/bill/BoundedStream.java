package org.assistcounter.fleet.wallets.bill;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.assistcounter.fleet.wallets.BillAnswer.Fault;
import org.assistcounter.fleet.wallets.BillRefused;

/** Refuses to give more bytes than a bill can have: what unpacks endlessly ends here. */
public final class BoundedStream extends FilterInputStream {
    private long left;

    /** At most this many bytes come out of it. */
    public BoundedStream(InputStream bytes, long max) {
        super(bytes);
        this.left = max;
    }

    @Override
    public int read() throws IOException {
        int read = super.read();
        count(read < 0 ? 0 : 1);
        return read;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        count(Math.max(read, 0));
        return read;
    }

    @Override
    public long skip(long count) {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void count(int read) {
        left -= read;
        if (left < 0) {
            throw new BillRefused(Fault.TOO_LARGE, "it unpacks to more than any bill is long");
        }
    }
}
