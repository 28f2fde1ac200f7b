package org.yiti.energy.polling;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Map;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.yiti.energy.EnergyRefusal;
import org.yiti.kernel.Refused;

/** The addresses that may be asked. What a name resolves to is decided once, and that address is the one connected to. */
final class Allowed {

    private final List<IpAddressMatcher> networks;

    Allowed(List<String> networks) {
        this.networks = networks.stream().map(IpAddressMatcher::new).toList();
    }

    boolean isAnything() {
        return !networks.isEmpty();
    }

    InetSocketAddress address(String host, int port) throws UnknownHostException {
        var address = InetAddress.getByName(host);
        if (networks.stream().noneMatch(network -> network.matches(address.getHostAddress()))) {
            throw new Refused(EnergyRefusal.SOURCE_OUT_OF_BOUNDS, Map.of("host", host));
        }
        return new InetSocketAddress(address, port);
    }
}
