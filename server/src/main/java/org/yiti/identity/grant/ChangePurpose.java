package org.yiti.identity.grant;

import java.sql.Types;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.AccountEvent.What;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LiveSession;
import org.yiti.identity.Purpose;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/** Somebody turns to another of the purposes they were granted something for. */
@UseCase
class ChangePurpose {

    private final GrantsInForce grants;
    private final JdbcClient database;
    private final Scope scope;
    private final ApplicationEventPublisher events;

    ChangePurpose(GrantsInForce grants, JdbcClient database, Scope scope, ApplicationEventPublisher events) {
        this.grants = grants;
        this.database = database;
        this.scope = scope;
        this.events = events;
    }

    void change(Purpose purpose, @Nullable String onBehalfOf) {
        var account = scope.account();
        if (!grants.capacities(account.account()).contains(new GrantsInForce.Capacity(purpose, onBehalfOf))) {
            throw new Refused(IdentityRefusal.PURPOSE_NOT_GRANTED);
        }
        database.sql("update identity.session set purpose = :purpose, on_behalf_of = :behalf where id = :id")
                .param("purpose", purpose.name())
                .param("behalf", onBehalfOf, Types.VARCHAR)
                .param("id", LiveSession.current().id())
                .update();
        events.publishEvent(new AccountEvent(
                What.PURPOSE_CHANGED,
                account.account(),
                account.institutionId(),
                Map.of("purpose", purpose.name(), "onBehalfOf", onBehalfOf == null ? "" : onBehalfOf)));
    }

    /** Who gave back what they stood in with goes on by what is their own, in every session that had nothing else. */
    void goOnByOwn() {
        var account = scope.account();
        var left = grants.capacities(account.account()).stream()
                .filter(one -> one.purpose() == Purpose.STAND_IN)
                .map(GrantsInForce.Capacity::onBehalfOf)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        var moved = database.sql("""
                        update identity.session set purpose = null, on_behalf_of = null
                         where account_id = (select id from identity.account where account = :account) and ended_at is null
                           and on_behalf_of is not null and on_behalf_of <> all (:left)
                        """)
                .param("account", account.account())
                .param("left", left)
                .update();
        if (moved > 0) {
            events.publishEvent(new AccountEvent(
                    What.PURPOSE_CHANGED, account.account(), account.institutionId(), Map.of("onBehalfOf", "")));
        }
    }
}
