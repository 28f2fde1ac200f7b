package org.yiti.identity.provider;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class WhereaboutsTest {

    private final Whereabouts whereabouts = new Whereabouts(null, null);

    @Test
    void overHttpsNoOtherHostCanWriteTheMarkOfABrowser() {
        var request = new MockHttpServletRequest();
        request.setSecure(true);
        var response = new MockHttpServletResponse();

        var mark = whereabouts.browser(request, response);

        assertThat(response.getHeader("Set-Cookie"))
                .startsWith("__Host-YITI_DEPARTED=" + mark)
                .contains("Path=/;", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain");
        request.setCookies(new Cookie("YITI_DEPARTED", "of-a-neighbour"));
        assertThat(whereabouts.browser(request)).isEmpty();
        request.setCookies(new Cookie("__Host-YITI_DEPARTED", mark));
        assertThat(whereabouts.browser(request)).contains(mark);
    }
}
