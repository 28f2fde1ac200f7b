package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.yiti.Browser;
import org.yiti.Granted;

/** Of somebody for whom an administrator has opened an account. */
abstract class NewcomerJourney extends SignedInJourney {

    final String name = "a" + tag;
    Browser admin;

    @BeforeEach
    void anAdministrator() {
        admin = keeper(null);
    }

    /** An account that an administrator has opened, with the grants of its role. */
    int open(Map<String, ?> changes) {
        var id = opened(admin, name, changes);
        Granted.only(
                database,
                name,
                changes.containsKey("role") ? Role.valueOf((String) changes.get("role")) : Role.INSPECTOR);
        return id;
    }

    String invite(int id) {
        return invitation(admin, id);
    }

    Browser arrived(int id) {
        var browser = browser();
        assertThat(accept(browser, invite(id), PASSWORD)).hasStatusOk();
        assertThat(json(browser.signIn(name, PASSWORD))).containsEntry("awaitsSecondFactor", false);
        return browser;
    }
}
