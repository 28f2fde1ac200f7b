package org.yiti.kernel.surface;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;

class RateLimitsTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimits limits =
            new RateLimits(new Surface(List.of(), 6, 3), (request, response, handler, refused) -> null, nanos::get);

    private MockHttpServletResponse ask(String method, String path, String address, String account) throws Exception {
        var request = new MockHttpServletRequest(method, path);
        request.setRemoteAddr(address);
        if (account != null) {
            request.setUserPrincipal(UsernamePasswordAuthenticationToken.authenticated(account, null, List.of()));
        }
        var response = new MockHttpServletResponse();
        limits.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private int served(int times, String method, String path, String address, String account) throws Exception {
        var served = 0;
        for (var i = 0; i < times; i++) {
            served += ask(method, path, address, account).getStatus() == 200 ? 1 : 0;
        }
        return served;
    }

    @Test
    void whoIsNotSignedInIsCountedByAddress() throws Exception {
        assertThat(served(50, "POST", "/api/identity/session", "203.0.113.7", null))
                .isEqualTo(6);
        assertThat(served(50, "POST", "/api/identity/session", "203.0.113.8", null))
                .isEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%61pi/identity/session", "/api;a=b/identity/session", "/%61%70%69/identity/%73ession"})
    void anAddressThatIsSpeltOtherwiseIsCountedWithIt(String spelt) throws Exception {
        served(6, "POST", "/api/identity/session", "203.0.113.7", null);

        assertThat(served(5, "POST", spelt, "203.0.113.7", null)).isZero();
    }

    @Test
    void workThatIsSpeltOtherwiseIsWork() throws Exception {
        assertThat(served(50, "GET", "/api/premises/rooms/%65xport", "203.0.113.7", "a"))
                .isEqualTo(3);
    }

    @Test
    void afterTheTimeThatIsToldOneMoreIsTaken() throws Exception {
        served(6, "POST", "/api/identity/session", "203.0.113.7", null);
        var refused = ask("POST", "/api/identity/session", "203.0.113.7", null);

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("10");
        nanos.addAndGet(TimeUnit.SECONDS.toNanos(10));
        assertThat(served(5, "POST", "/api/identity/session", "203.0.113.7", null))
                .isEqualTo(1);
    }

    @Test
    void aHouseholdOfIpv6IsOne() throws Exception {
        served(6, "POST", "/api/identity/session", "2001:db8:1:2:3:4:5:6", null);

        assertThat(served(5, "POST", "/api/identity/session", "2001:db8:1:2:9:9:9:9", null))
                .isZero();
        assertThat(served(5, "POST", "/api/identity/session", "2001:db8:1:3:9:9:9:9", null))
                .isEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/premises/rooms/export",
        "HEAD, /api/premises/rooms/export",
        "POST, /api/workbook/export-requests/7/file",
        "GET, /api/premises/rooms/template",
        "GET, /api/safeguard/audit/export",
        "GET, /api/safeguard/audit/entries/7/proof",
        "GET, /api/openapi",
        "POST, /api/workbook/imports",
        "POST, /api/supervision/sweeps",
        "POST, /api/ledger/objects/premises.building/7/papers",
        "POST, /api/ledger/reorganizations/7/preview",
        "POST, /api/identity/own-rights/delegations",
    })
    void workThatCostsMuchIsCountedByAccount(String method, String path) throws Exception {
        assertThat(served(50, method, path, "203.0.113.7", "li")).isEqualTo(3);
        assertThat(served(50, method, path, "203.0.113.7", "wang")).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /api/premises/rooms",
        "POST, /api/premises/rooms",
        "GET, /api/search",
        "GET, /api/workbook/export-requests"
    })
    void ordinaryWorkIsNotCounted(String method, String path) throws Exception {
        assertThat(served(500, method, path, "203.0.113.7", "li")).isEqualTo(500);
    }

    /** Or the log would be what a flood fills. */
    @Test
    void whoIsTurnedAwayIsToldToTheLogOnce() throws Exception {
        var heard = new ListAppender<ILoggingEvent>();
        heard.start();
        var logger = (Logger) LoggerFactory.getLogger(RateLimits.class);
        logger.addAppender(heard);

        served(50, "POST", "/api/identity/session", "203.0.113.7", null);
        logger.detachAppender(heard);

        assertThat(heard.list)
                .extracting(ILoggingEvent::getFormattedMessage)
                .singleElement()
                .asString()
                .contains("203.0.113.7");
    }

    @Test
    void whoIsNotSignedInDoesNotReadWithoutEndEither() throws Exception {
        assertThat(served(500, "GET", "/api/openapi", "203.0.113.7", null)).isEqualTo(30);
        assertThat(served(50, "POST", "/api/identity/session", "203.0.113.7", null))
                .as("another count")
                .isEqualTo(6);
        assertThat(served(500, "GET", "/assets/index.js", "203.0.113.7", null)).isEqualTo(500);
    }
}
