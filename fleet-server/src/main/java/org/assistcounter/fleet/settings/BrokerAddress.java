package org.assistcounter.fleet.settings;

/** Where a broker that somebody else runs takes counters and us. */
public record BrokerAddress(String host, int port) {

    /** Reads `host:port`. */
    static BrokerAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        String port = text.substring(colon + 1);
        if (colon < 1 || !port.matches("[0-9]{1,5}") || text.matches(".*[/@\\s].*")) {
            throw new IllegalArgumentException(
                    "assistcounter.brokers: " + text + " is no host:port, such as mq1.fleet:8883.");
        }
        int number = Integer.parseInt(port);
        Listener.checkPort("The port in assistcounter.brokers", number);
        return new BrokerAddress(text.substring(0, colon), number);
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
