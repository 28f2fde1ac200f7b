package org.yiti.identity.grant;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Role;
import org.yiti.kernel.Refused;

/** The three administrators' offices, none of which may stand empty because somebody was careless. */
@Component
class Offices {

    private final JdbcClient database;
    private final Clock clock;

    Offices(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * A house without one of its three administrators cannot help itself any more.
     *
     * @param grant that is taken; null for all of the account
     */
    void refuseIfLast(long account, @Nullable UUID grant) {
        lock();
        var last = database.sql("""
                        with held as materialized (select * from identity.grants_in_force(cast(:now as timestamptz))
                                                    where duty is not null and institution_id is null)
                        select gone.role from held gone
                         where gone.account_id = :account and (:grant::uuid is null or gone.id = :grant)
                           and not exists (select from held other where other.duty = gone.duty and other.account_id <> :account)
                         limit 1
                        """)
                .param("account", account)
                .param("grant", grant, Types.OTHER)
                .param("now", now())
                .query(Role.class)
                .optional();
        if (last.isPresent()) {
            throw new Refused(
                    IdentityRefusal.LAST_ADMINISTRATOR,
                    Map.of("role", last.get().label().in(LocaleContextHolder.getLocale())));
        }
    }

    /** One at a time takes or gives office: two who go at once would each be told that the other stays. */
    void lock() {
        database.sql("select pg_advisory_xact_lock(hashtext('identity.administrators'))")
                .query(row -> {});
    }

    boolean isThere(Role duty) {
        return database.sql("""
                        select exists (select from identity.grants_in_force(cast(:now as timestamptz)) where role = :duty)
                        """)
                .param("duty", duty.name())
                .param("now", now())
                .query(Boolean.class)
                .single();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
