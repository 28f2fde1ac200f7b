package org.yiti;

import jakarta.servlet.http.Cookie;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** Somebody before a screen: keeps the cookie of their session, as a browser does. */
public final class Browser {

    private final MockMvcTester http;
    private final String address;
    private @Nullable Cookie session;
    private @Nullable Cookie departed;

    public Browser(MockMvcTester http, String address) {
        this.http = http;
        this.address = address;
    }

    public MvcTestResult get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    public MvcTestResult post(String path, Map<String, ?> body) {
        return send(HttpMethod.POST, path, body);
    }

    public MvcTestResult delete(String path) {
        return send(HttpMethod.DELETE, path, null);
    }

    public MvcTestResult signIn(String account, String password) {
        return post("/api/identity/session", Map.of("account", account, "password", password));
    }

    public MvcTestResult send(HttpMethod method, String path, @Nullable Map<String, ?> body) {
        var request = http.method(method)
                .uri(path)
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .with(one -> {
                    one.setRemoteAddr(address);
                    return one;
                });
        if (session != null) {
            request.cookie(session);
        }
        if (departed != null) {
            request.cookie(departed);
        }
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON)
                    .content(JsonMapper.shared().writeValueAsString(body));
        }
        var result = request.exchange();
        var fresh = result.getResponse().getCookie("YITI_SESSION");
        if (fresh != null) {
            session = fresh;
        }
        var left = result.getResponse().getCookie("YITI_DEPARTED");
        if (left != null) {
            departed = left;
        }
        return result;
    }

    /** What the cookie of the session holds. */
    public Optional<String> token() {
        return Optional.ofNullable(session).map(Cookie::getValue);
    }

    /** The same token in another browser, as a thief would hold it. */
    public Browser stolen() {
        var thief = new Browser(http, address);
        thief.session = session;
        return thief;
    }
}
