package org.assistcounter.devices.line;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortDataListener;
import com.fazecast.jSerialComm.SerialPortEvent;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * A line over a serial port, 8 data bits, no parity, 1 stop bit. What came before the line was
 * opened is thrown away: an answer to a process that is gone must not be taken for ours.
 */
public final class SerialLine implements Line {

    private final SerialPort port;
    private final Semaphore signals = new Semaphore(0);
    private volatile boolean gone;

    private SerialLine(SerialPort port) {
        this.port = port;
    }

    /** How to open a device such as {@code /dev/ttyUSB0}. */
    public static LineOpener opener(String device, int baud) {
        return () -> {
            try {
                return open(SerialPort.getCommPort(device), baud);
            } catch (SerialPortInvalidPortException e) {
                throw new IOException("No such port: " + device, e);
            }
        };
    }

    private static Line open(SerialPort port, int baud) throws IOException {
        port.setComPortParameters(baud, 8, SerialPort.ONE_STOP_BIT, SerialPort.NO_PARITY);
        port.setComPortTimeouts(SerialPort.TIMEOUT_NONBLOCKING, 0, 0);
        if (!port.openPort()) {
            throw new IOException("Cannot open " + port.getSystemPortPath());
        }
        port.flushIOBuffers();
        SerialLine line = new SerialLine(port);
        port.addDataListener(line.new Listener());
        return line;
    }

    @Override
    public int read(byte[] into, long timeoutMillis) throws IOException {
        int ready = available(into);
        if (ready == 0 && timeoutMillis > 0) {
            await(timeoutMillis);
            ready = available(into);
        }
        return ready;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
        int written = port.writeBytes(bytes, bytes.length);
        if (written != bytes.length) {
            throw new IOException("Wrote " + written + " of " + bytes.length + " bytes.");
        }
    }

    @Override
    public void wake() {
        signals.release();
    }

    @Override
    public void close() {
        gone = true;
        port.removeDataListener();
        port.closePort();
        signals.release();
    }

    private int available(byte[] into) {
        if (gone) {
            return -1;
        }
        return port.readBytes(into, into.length);
    }

    private void await(long timeoutMillis) throws IOException {
        try {
            if (signals.tryAcquire(timeoutMillis, TimeUnit.MILLISECONDS)) {
                signals.drainPermits();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    /** Turns the library's events into signals for the thread that reads. */
    private final class Listener implements SerialPortDataListener {

        @Override
        public int getListeningEvents() {
            return SerialPort.LISTENING_EVENT_DATA_AVAILABLE
                    | SerialPort.LISTENING_EVENT_PORT_DISCONNECTED;
        }

        @Override
        public void serialEvent(SerialPortEvent event) {
            if (event.getEventType() == SerialPort.LISTENING_EVENT_PORT_DISCONNECTED) {
                gone = true;
            }
            signals.release();
        }
    }
}
