package org.assistcounter.fleet.operators.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** To whom this server speaks for somebody else. */
class AddressRulesTest {
    private static final AddressRules OUTSIDE = new AddressRules(false, false);
    private static final AddressRules INSIDE = new AddressRules(false, true);
    private static final AddressRules DEMONSTRATION = new AddressRules(true, false);

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "203.0.113.7", "172.32.0.1", "100.128.0.1", "2400:3200::1"})
    void asksTheInternet(String address) throws UnknownHostException {
        assertThat(OUTSIDE.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.1.2.3",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.0.1",
                "100.64.0.1",
                "192.0.0.8",
                "198.18.0.1",
                "fd00::1",
                "fec0::1",
                "2002:a00:1::",
                "64:ff9b::a00:1",
                "2001:0:1::1",
                "240.0.0.1",
                "0.1.2.3"
            })
    void asksTheOwnNetworkOnlyWhereThatIsSet(String address) throws UnknownHostException {
        assertThat(OUTSIDE.allows(InetAddress.getByName(address))).isFalse();
        assertThat(DEMONSTRATION.allows(InetAddress.getByName(address))).isFalse();
        assertThat(INSIDE.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "::",
                "169.254.169.254",
                "fe80::1",
                "224.0.0.1",
                "ff02::1",
                "::ffff:169.254.169.254"
            })
    void neverAsksWhatIsNobodysProvider(String address) throws UnknownHostException {
        assertThat(OUTSIDE.allows(InetAddress.getByName(address))).isFalse();
        assertThat(INSIDE.allows(InetAddress.getByName(address))).isFalse();
        assertThat(DEMONSTRATION.allows(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.8.8", "::1", "::ffff:127.0.0.1"})
    void asksThisMachineInTheDemonstrationOnly(String address) throws UnknownHostException {
        assertThat(OUTSIDE.allows(InetAddress.getByName(address))).isFalse();
        assertThat(INSIDE.allows(InetAddress.getByName(address))).isFalse();
        assertThat(DEMONSTRATION.allows(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.com",
                "//example.com",
                "https:",
                "https://",
                "http://example.com",
                "ftp://example.com",
                "javascript:alert(1)",
                "https://a:b@example.com",
                "https://example.com/#x",
                "https://example.com/?x=y",
                "https://exa mple.com"
            })
    void takesNoIssuerThatIsNone(String issuer) {
        assertThat(OUTSIDE.allowsIssuer(issuer)).isFalse();
        assertThat(DEMONSTRATION.allowsIssuer(issuer)).isFalse();
    }

    @Test
    void takesAnIssuerByHttpsAndThisMachineByHttpInTheDemonstration() {
        assertThat(OUTSIDE.allowsIssuer("https://login.example.com/realms/coop")).isTrue();
        assertThat(OUTSIDE.allowsIssuer("https://login.example.com:8443/")).isTrue();
        assertThat(OUTSIDE.allowsIssuer("http://localhost:9000")).isFalse();
        assertThat(DEMONSTRATION.allowsIssuer("http://localhost:9000")).isTrue();
        assertThat(DEMONSTRATION.allowsIssuer("http://localhost.example.com")).isFalse();
        assertThat(OUTSIDE.allowsIssuer("https://example.com/" + "x".repeat(500))).isFalse();
    }
}
