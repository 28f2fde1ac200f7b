package org.yiti.kernel.surface;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class TrustedProxiesTest {

    private static HttpServletRequest behind(String peer, String forwarded, String proto)
            throws ServletException, IOException {
        var request = new MockHttpServletRequest("GET", "/api/x");
        request.setRemoteAddr(peer);
        request.addHeader("Host", "yiti.example");
        request.setServerName("yiti.example");
        if (forwarded != null) {
            request.addHeader("X-Forwarded-For", forwarded);
        }
        if (proto != null) {
            request.addHeader("X-Forwarded-Proto", proto);
        }
        request.addHeader("X-Forwarded-Host", "evil.example");
        request.addHeader("Forwarded", "for=1.2.3.4");
        var chain = new MockFilterChain();
        new TrustedProxies(new Surface(List.of("10.0.0.0/8", "2001:db8::/32"), 1, 1))
                .doFilter(request, new MockHttpServletResponse(), chain);
        return (HttpServletRequest) chain.getRequest();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10.0.0.1    | 203.0.113.7                      | 203.0.113.7",
                "10.0.0.1    | 1.1.1.1, 203.0.113.7             | 203.0.113.7",
                "10.0.0.1    | 1.1.1.1, 203.0.113.7, 10.0.0.2   | 203.0.113.7",
                "10.0.0.1    | 203.0.113.7:4711                 | 203.0.113.7",
                "10.0.0.1    | [2001:db9::7]:4711               | 2001:db9::7",
                "10.0.0.1    | localhost                        | 10.0.0.1",
                "10.0.0.1    | 203.0.113.7, evil.example        | 10.0.0.1",
                "10.0.0.1    |                                  | 10.0.0.1",
                "2001:db8::1 | 203.0.113.7                      | 203.0.113.7",
                "203.0.113.9 | 127.0.0.1                        | 203.0.113.9",
            })
    void whoAsksIsTheFirstThatIsNoProxyOfOurs(String peer, String forwarded, String address) throws Exception {
        assertThat(behind(peer, forwarded, null).getRemoteAddr()).isEqualTo(address);
    }

    @Test
    void onlyAProxyOfOursCanSayThatItWasAskedOverHttps() throws Exception {
        var believed = behind("10.0.0.1", "203.0.113.7", "https");
        var invented = behind("203.0.113.9", "203.0.113.7", "https");

        assertThat(believed.isSecure()).isTrue();
        assertThat(believed.getScheme()).isEqualTo("https");
        assertThat(believed.getRequestURL()).hasToString("https://yiti.example/api/x");
        assertThat(invented.isSecure()).isFalse();
        assertThat(invented.getRequestURL()).hasToString("http://yiti.example/api/x");
    }

    @Test
    void nobodyBehindSeesWhatWasForwarded() throws Exception {
        for (var peer : List.of("10.0.0.1", "203.0.113.9")) {
            var request = behind(peer, "203.0.113.7", "https");
            assertThat(request.getHeader("x-forwarded-host")).isNull();
            assertThat(Collections.list(request.getHeaders("X-Forwarded-For"))).isEmpty();
            assertThat(Collections.list(request.getHeaderNames())).containsExactly("Host");
        }
    }
}
