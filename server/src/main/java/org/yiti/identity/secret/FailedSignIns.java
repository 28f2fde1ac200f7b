package org.yiti.identity.secret;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Profile;
import org.yiti.kernel.Refused;

/**
 * Slows down who guesses. A name is held up only for the address that guessed, so that nobody can lock somebody else
 * out; far more failures, of one address over all names or of one name over all addresses, hold up as well, the latter
 * nowhere its owner has been signed in before. A name that does not exist is treated as one that does.
 */
@Component
public class FailedSignIns {

    /** Of one address, whatever the names: an office behind one address has some people who mistype. */
    private static final int OF_AN_ADDRESS = 50;
    /** Of one name, wherever from. */
    private static final int OF_A_NAME = 100;

    private record Counts(int both, int address, int name) {}

    private final JdbcClient database;
    private final Clock clock;
    private final Policy policy;
    private final TellSuspended suspended;
    private final ApplicationEventPublisher events;

    FailedSignIns(
            JdbcClient database,
            Clock clock,
            Policy policy,
            TellSuspended suspended,
            ApplicationEventPublisher events) {
        this.suspended = suspended;
        this.database = database;
        this.clock = clock;
        this.policy = policy;
        this.events = events;
    }

    public void refuseIfTooMany(String account, String address) {
        var counts = database.sql("""
                        select count(*) filter (where account = :account and address = :address) as both,
                               count(*) filter (where address = :address) as address,
                               count(*) filter (where account = :account) as name
                          from identity.failed_sign_in
                         where at > :since and (account = :account or address = :address)
                        """)
                .param("account", account)
                .param("address", address)
                .param("since", since())
                .query(Counts.class)
                .single();
        if (counts.both() >= policy.profile().failures()
                || counts.address() >= OF_AN_ADDRESS
                || counts.name() >= OF_A_NAME && !hasComeFrom(account, address)) {
            suspended.tell(account);
            throw new Refused(
                    IdentityRefusal.TOO_MANY_FAILURES, Map.of("minutes", Profile.FAILURES_COUNT_FOR.toMinutes()));
        }
    }

    /** Where its owner has been signed in before, a name stays open to them however many others try it elsewhere. */
    private boolean hasComeFrom(String account, String address) {
        return database.sql("""
                        select exists (select from identity.session s join identity.account a on a.id = s.account_id
                                        where a.account = :account and s.address = :address and s.confirmed_at is not null)
                        """)
                .param("account", account)
                .param("address", address)
                .query(Boolean.class)
                .single();
    }

    /** Stays although the sign-in it tells of is refused. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void add(String account, String address) {
        database.sql("delete from identity.failed_sign_in where at <= :since")
                .param("since", since())
                .update();
        database.sql("insert into identity.failed_sign_in (account, address, at) values (:account, :address, :now)")
                .param("account", account)
                .param("address", address)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        events.publishEvent(new AccountEvent(AccountEvent.What.SIGN_IN_FAILED, account, null));
    }

    public void forget(String account, String address) {
        database.sql("delete from identity.failed_sign_in where account = :account and address = :address")
                .param("account", account)
                .param("address", address)
                .update();
    }

    private Timestamp since() {
        Instant now = clock.instant();
        return Timestamp.from(now.minus(Profile.FAILURES_COUNT_FOR));
    }
}
