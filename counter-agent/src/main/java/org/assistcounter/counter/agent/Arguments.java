package org.assistcounter.counter.agent;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A verb and {@code --name value} pairs of the command line. */
record Arguments(String verb, Map<String, String> values) {

    static Arguments of(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 1; i < words.size(); i += 2) {
            String name = words.get(i);
            if (!name.startsWith("--") || i + 1 == words.size()) {
                throw new SettingsException("not a pair of --name and value: " + name);
            }
            values.put(name.substring(2), words.get(i + 1));
        }
        return new Arguments(words.isEmpty() ? "help" : words.getFirst(), values);
    }

    String value(String name) {
        String value = values.get(name);
        if (value == null) {
            throw new SettingsException("--" + name + " is missing");
        }
        return value;
    }

    /** The address of a web server; what is none would be found out when it is too late. */
    URI address(String name) {
        String value = value(name);
        try {
            URI address = new URI(value);
            boolean isWeb = Set.of("http", "https").contains(String.valueOf(address.getScheme()));
            if (isWeb && address.getHost() != null) {
                return address;
            }
        } catch (URISyntaxException malformed) {
            throw new SettingsException("--" + name + " is no address: " + value, malformed);
        }
        throw new SettingsException(
                "--" + name + " is an address like https://fleet.example, not " + value);
    }

    Optional<String> optional(String name) {
        return Optional.ofNullable(values.get(name));
    }

    int port(String name, int standard) {
        String value = values.getOrDefault(name, String.valueOf(standard));
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65_535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new SettingsException("--" + name + " is not a port: " + value, e);
        }
        throw new SettingsException("--" + name + " is not a port: " + value);
    }
}
