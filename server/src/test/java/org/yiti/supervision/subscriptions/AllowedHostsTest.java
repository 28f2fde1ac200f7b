package org.yiti.supervision.subscriptions;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody is led inside by an address they were allowed to give. */
class AllowedHostsTest {

    private static AllowedHosts hosts(List<String> origins, List<String> networks) {
        return new AllowedHosts(new DeliverySettings(
                "", List.of(), origins, networks, LocalTime.of(8, 0), Duration.ofSeconds(1), Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "0.0.0.0",
                "100.64.0.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "::ffff:10.0.0.1",
                "::10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::",
                "ff02::1"
            })
    void whatIsNotPublicIsNotCalled(String address) throws UnknownHostException {
        assertThat(hosts(List.of(), List.of()).mayBeCalled(InetAddress.getByName(address)))
                .isFalse();
    }

    @Test
    void publicAddressesAndPrivateNetworksThatAreNamedAreCalled() throws UnknownHostException {
        var hosts = hosts(List.of(), List.of("10.20.0.0/16"));
        assertThat(hosts.mayBeCalled(InetAddress.getByName("203.119.1.1"))).isTrue();
        assertThat(hosts.mayBeCalled(InetAddress.getByName("2400:3200::1"))).isTrue();
        assertThat(hosts.mayBeCalled(InetAddress.getByName("10.20.1.1"))).isTrue();
        assertThat(hosts.mayBeCalled(InetAddress.getByName("10.21.1.1"))).isFalse();
    }

    @Test
    void anOriginIsSchemeHostAndPort() {
        var hosts = hosts(List.of("https://oa.example.gov.cn"), List.of());
        assertThat(hosts.isNamed(URI.create("https://OA.example.gov.cn:443/hook?a=b")))
                .isTrue();
        for (var other : List.of(
                "http://oa.example.gov.cn/",
                "https://oa.example.gov.cn:8443/",
                "https://oa.example.gov.cn.evil.cn/",
                "https://oa.example.gov.cn@evil.cn/",
                "https://a@oa.example.gov.cn/",
                "https://x.oa.example.gov.cn/")) {
            assertThat(hosts.isNamed(URI.create(other))).as(other).isFalse();
        }
    }
}
