package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.yiti.Browser;

/** Of three administrators, none of whom is another, in a house of their own. */
@TestPropertySource(properties = "yiti.of=AdministratorsJourney")
abstract class AdministratorsJourney extends SignedInJourney {

    @Autowired
    private DemonstrationAccounts accounts;

    final String n = UUID.randomUUID().toString().substring(0, 8);
    Browser system;
    Browser security;
    Browser audit;
    UUID office;

    @BeforeEach
    void threeAdministrators() {
        system = signedIn("sys", Role.SYSTEM_ADMINISTRATOR);
        security = signedIn("sec", Role.SECURITY_ADMINISTRATOR);
        audit = signedIn("aud", Role.AUDIT_ADMINISTRATOR);
        var division = freshDivision();
        add("organization/divisions", Map.of("code", division, "name", n + "市", "level", "市级"));
        office = add(
                "organization/institutions",
                Map.of("code", n, "name", n + "局", "kind", "政府机关", "level", "市级", "divisionCode", division));
    }

    Browser signedIn(String account, Role role) {
        accounts.open(account, account, role, null, true);
        var browser = new Browser(http, account);
        assertThat(browser.signIn(account, DemonstrationAccounts.PASSWORD)).hasStatusOk();
        return browser;
    }

    /** An account that the system administrator has opened, with the password of demonstrations. */
    Browser opened(String account) {
        assertThat(system.post(
                        "/api/identity/accounts",
                        Map.of(
                                "account",
                                account,
                                "name",
                                account,
                                "role",
                                "OFFICER",
                                "institutionId",
                                office,
                                "everything",
                                false)))
                .hasStatus(201);
        database.sql("""
                        update identity.account set demonstration = true,
                               password_hash = (select password_hash from identity.account where account = 'sys') where account = ?
                        """).param(account).update();
        var browser = new Browser(http, account);
        assertThat(browser.signIn(account, DemonstrationAccounts.PASSWORD)).hasStatusOk();
        return browser;
    }

    MvcTestResult grant(String account, Map<String, ?> what) {
        var wish = new HashMap<String, Object>(Map.of("accountId", id(account), "purpose", "DAILY"));
        wish.putAll(what);
        return security.post("/api/identity/grants", wish);
    }

    String granted(String account, Map<String, ?> what) {
        var result = grant(account, what);
        assertThat(result).hasStatus(201);
        return (String) json(result).get("id");
    }
}
