package org.yiti.supervision.subscriptions;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;

/**
 * Whether an address may be called at all. It is asked for anew before every call, and the address it gives is the one
 * that is called: a name that leads elsewhere the next moment leads nobody inside.
 */
@Component
class AllowedHosts {

    /** Public to Java, and yet no way out: shared, benchmark and reserved ranges, and IPv6 that wraps IPv4. */
    private static final List<IpAddressMatcher> NOT_PUBLIC = List.of(
            new IpAddressMatcher("0.0.0.0/8"),
            new IpAddressMatcher("100.64.0.0/10"),
            new IpAddressMatcher("192.0.0.0/24"),
            new IpAddressMatcher("198.18.0.0/15"),
            new IpAddressMatcher("240.0.0.0/4"),
            new IpAddressMatcher("fc00::/7"),
            new IpAddressMatcher("64:ff9b::/96"),
            new IpAddressMatcher("64:ff9b:1::/48"),
            new IpAddressMatcher("2001::/32"),
            new IpAddressMatcher("2002::/16"));

    private final DeliverySettings settings;
    private final List<IpAddressMatcher> privately;

    AllowedHosts(DeliverySettings settings) {
        this.settings = settings;
        this.privately =
                settings.privateNetworks().stream().map(IpAddressMatcher::new).toList();
    }

    /** Whether the house names its origin. */
    boolean isNamed(URI address) {
        return address.getHost() != null
                && address.getUserInfo() == null
                && address.getFragment() == null
                && settings.webhooks().stream()
                        .anyMatch(origin -> origin(URI.create(origin)).equals(origin(address)));
    }

    private static String origin(URI address) {
        var scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        return scheme + "://" + String.valueOf(address.getHost()).toLowerCase(Locale.ROOT) + ":" + port(address);
    }

    static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "http".equalsIgnoreCase(address.getScheme()) ? 80 : 443;
    }

    /** Where to call it; empty where it must not be called. One forbidden address among several is enough. */
    Optional<InetAddress> resolve(URI address) throws UnknownHostException {
        if (!isNamed(address)) {
            return Optional.empty();
        }
        var found = InetAddress.getAllByName(address.getHost());
        for (var one : found) {
            if (!mayBeCalled(one)) {
                return Optional.empty();
            }
        }
        return Optional.of(found[0]);
    }

    boolean mayBeCalled(InetAddress address) {
        var text = address.getHostAddress().replaceAll("%.*", "");
        return isPublic(address, text) || privately.stream().anyMatch(network -> network.matches(text));
    }

    private static boolean isPublic(InetAddress address, String text) {
        return !address.isAnyLocalAddress()
                && !address.isLoopbackAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && !(address instanceof Inet6Address six && six.isIPv4CompatibleAddress())
                && NOT_PUBLIC.stream().noneMatch(network -> network.matches(text));
    }
}
