package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Granted;

class ListeningTest extends SignedInJourney {

    @Autowired
    private Listening listening;

    @Autowired
    private Scope scope;

    private Supplier<Optional<String>> heard(Account account) {
        var heard = new AtomicReference<Supplier<Optional<String>>>();
        Acting.as(
                account,
                () -> heard.set(listening.of(() -> Optional.of(scope.account().account()))));
        return heard.get();
    }

    @Test
    void whoListensIsHeardAsThemselvesUntilTheyMayNotAnyMore() {
        var account = known(new Account("li-" + tag, "听", Role.INSPECTOR, null, true));
        var heard = heard(account);
        assertThat(heard.get()).contains(account.account());

        Granted.only(database, account.account());

        assertThat(heard.get()).isEmpty();
    }

    @Test
    void neitherDoesItGoOnWhenTheAccountIsClosed() {
        var account = known(new Account("lc-" + tag, "听", Role.INSPECTOR, UUID.randomUUID(), false));
        var heard = heard(account);
        assertThat(heard.get()).isPresent();

        database.sql("update identity.account set enabled = false where account = ?")
                .param(account.account())
                .update();

        assertThat(heard.get()).isEmpty();
    }
}
