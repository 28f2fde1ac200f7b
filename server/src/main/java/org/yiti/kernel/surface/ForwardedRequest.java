package org.yiti.kernel.surface;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A request as it was made to the outermost proxy that is believed, without a word about where it came from. */
final class ForwardedRequest extends HttpServletRequestWrapper {

    private static final String BY = "X-Forwarded-For";
    private static final String HOW = "X-Forwarded-Proto";
    private static final Pattern PORT = Pattern.compile("^\\[([0-9a-fA-F:.]+)](?::\\d+)?$|^(\\d+(?:\\.\\d+){3}):\\d+$");
    /** No name is ever looked up: whatever is no address stays unbelieved. */
    private static final Pattern ADDRESS = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F]*:[0-9a-fA-F:.]*");

    private final String address;
    private final boolean secure;

    ForwardedRequest(HttpServletRequest request, Predicate<String> isProxy) {
        super(request);
        var peer = request.getRemoteAddr();
        var believed = peer != null && isProxy.test(peer);
        address = believed ? outermost(peer, values(request, BY), isProxy) : String.valueOf(peer);
        var how = values(request, HOW);
        secure = believed && how.length > 0 ? how[how.length - 1].equalsIgnoreCase("https") : request.isSecure();
    }

    /** Each proxy writes behind what it was given: read from behind, the first that is no proxy of ours is who asks. */
    private static String outermost(String peer, String[] way, Predicate<String> isProxy) {
        var found = peer;
        for (var i = way.length - 1; i >= 0 && isProxy.test(found); i--) {
            var next = withoutPort(way[i]);
            if (!ADDRESS.matcher(next).matches()) {
                break;
            }
            found = next;
        }
        return found;
    }

    private static String withoutPort(String written) {
        var found = PORT.matcher(written);
        if (!found.matches()) {
            return written;
        }
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    private static String[] values(HttpServletRequest request, String name) {
        var joined = String.join(",", Collections.list(request.getHeaders(name)));
        return joined.isBlank() ? new String[0] : joined.strip().split("\\s*,\\s*");
    }

    private static boolean isAnybodysWord(String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return lower.startsWith("x-forwarded") || lower.equals("forwarded") || lower.equals("x-real-ip");
    }

    @Override
    public String getRemoteAddr() {
        return address;
    }

    @Override
    public String getRemoteHost() {
        return address;
    }

    @Override
    public boolean isSecure() {
        return secure;
    }

    @Override
    public String getScheme() {
        return secure ? "https" : super.getScheme();
    }

    /** The address was asked for without a port where {@code Host} names none. */
    @Override
    public int getServerPort() {
        var host = super.getHeader("Host");
        var ended = host == null || host.lastIndexOf(':') <= host.lastIndexOf(']');
        return secure && ended ? 443 : super.getServerPort();
    }

    @Override
    public StringBuffer getRequestURL() {
        var port = getServerPort();
        var usual = port == (secure ? 443 : 80);
        return new StringBuffer(getScheme() + "://" + getServerName() + (usual ? "" : ":" + port) + getRequestURI());
    }

    @Override
    public @Nullable String getHeader(String name) {
        return isAnybodysWord(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return isAnybodysWord(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        var names = Collections.list(super.getHeaderNames());
        names.removeIf(ForwardedRequest::isAnybodysWord);
        return Collections.enumeration(names);
    }
}
