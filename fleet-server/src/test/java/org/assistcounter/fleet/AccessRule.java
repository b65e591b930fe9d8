package org.assistcounter.fleet;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.assistcounter.fleet.operators.May;
import org.assistcounter.fleet.operators.Role;

/** A line of `access.txt`: an endpoint and who may call it. */
record AccessRule(String method, String pattern, String who, String body) {
    private static final Map<String, String> NOBODYS =
            Map.ofEntries(
                    Map.entry("label", "XX-0000"),
                    Map.entry("supplier", "no-supplier"),
                    Map.entry("code", "no-product"),
                    Map.entry("kind", "none"),
                    Map.entry("refund", "no-1-r1"),
                    Map.entry("sale", "00000000000000000000000000000000"),
                    Map.entry("token", "none"),
                    Map.entry("tenant", "none"),
                    Map.entry("part", "broker"),
                    Map.entry("order", "stop"),
                    Map.entry("county", "999999"),
                    Map.entry("division", "999999"),
                    Map.entry("site", "none"),
                    Map.entry("gtin", "06901234000016"),
                    Map.entry("lot", "none"));

    static List<AccessRule> all() {
        try (var in =
                new BufferedReader(
                        new InputStreamReader(
                                Objects.requireNonNull(
                                        AccessRule.class.getResourceAsStream("/access.txt")),
                                StandardCharsets.UTF_8))) {
            return in.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" +"))
                    .map(part ->
                            new AccessRule(
                                    part[0], part[1], part[2], part.length > 3 ? part[3] : ""))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    boolean isOpen() {
        return who.equals("OPEN");
    }

    boolean hasItsOwnKey() {
        return who.equals("KEY");
    }

    boolean allows(Role role) {
        return who.equals("SIGNED-IN")
                || Stream.of(who.split("\\|"))
                        .map(May::valueOf)
                        .anyMatch(role.permissions()::contains);
    }

    boolean isGet() {
        return method.equals("GET");
    }

    /** An address of it that is of nothing there is. */
    String address() {
        boolean isNumbered = !pattern.startsWith("/people/") && !pattern.startsWith("/account/");
        String id = isNumbered ? "9" : "00000000-0000-0000-0000-000000000000";
        String address = pattern.replaceAll("\\{id(:[^{}]*(\\{[^}]*})?)?}", id);
        for (var each : NOBODYS.entrySet()) {
            address =
                    address.replaceAll(
                            "\\{" + each.getKey() + "(:[^{}]*(\\{[^}]*})?)?}", each.getValue());
        }
        return address;
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s %s", method, pattern);
    }
}
