package org.yiti.supervision.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.calendar.WorkCalendar;
import org.yiti.kernel.Label;

/** The outbox: lines that wait are put into messages, and messages are tried until they are taken or given up. */
@Component
class Messages {

    private static final int TRIES = 8;
    private static final Duration FIRST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(6);
    /** Longer than any: mail servers and webhooks are waited for by the half minute. */
    private static final Duration A_TRY = Duration.ofMinutes(10);

    /** @param tries this one included */
    record Sending(
            UUID id,
            UUID subscription,
            long accountId,
            String account,
            Channel channel,
            String address,
            @Nullable String secret,
            int tries) {}

    record Told(
            Kind kind,
            UUID institution,
            String number,
            @Nullable Label title,
            String path,
            @Nullable LocalDate dueOn,
            OffsetDateTime at) {}

    private final JdbcClient database;
    private final DeliverySettings settings;
    private final WorkCalendar calendar;
    private final Clock clock;

    Messages(JdbcClient database, DeliverySettings settings, WorkCalendar calendar, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** Of every subscription whose turn it is, one message with all that has gathered. */
    void make() {
        var now = clock.instant().atZone(clock.getZone());
        for (var rhythm : Rhythm.values()) {
            database.sql("""
                            with due as (
                                select o.id, o.subscription_id from supervision.outbox o join supervision.subscription s on s.id = o.subscription_id
                                 where o.message_id is null and s.stopped_at is null and s.rhythm = :rhythm and o.at <= :turn
                                   for update of o skip locked),
                            made as (
                                insert into supervision.message (subscription_id, made_at, next_try_at)
                                select distinct subscription_id, :now::timestamptz, :now::timestamptz from due returning id, subscription_id)
                            update supervision.outbox o set message_id = made.id
                              from due join made using (subscription_id) where o.id = due.id
                            """)
                    .param("rhythm", rhythm.name())
                    .param("turn", rhythm.turn(now, settings.at(), calendar).toOffsetDateTime())
                    .param("now", now.toOffsetDateTime())
                    .update();
        }
    }

    /** The next one to be tried, for whoever asks first. What becomes of it is said within the time of a try, or it is tried again. */
    Optional<Sending> take() {
        return database.sql("""
                        update supervision.message m set tries = m.tries + 1, next_try_at = :again
                          from supervision.subscription s
                         where s.id = m.subscription_id
                           and m.id = (select w.id from supervision.message w join supervision.subscription t on t.id = w.subscription_id
                                        where w.state = 'WAITING' and w.next_try_at <= :now and t.stopped_at is null
                                        order by w.next_try_at limit 1 for update of w skip locked)
                        returning m.id, s.id as subscription, s.account_id, s.account, s.channel, s.address, s.secret, m.tries
                        """)
                .param("now", now())
                .param("again", now().plus(A_TRY))
                .query(Sending.class)
                .optional();
    }

    List<Told> lines(UUID message) {
        return database.sql("select * from supervision.outbox where message_id = :id order by id")
                .param("id", message)
                .query(Messages::told)
                .list();
    }

    private static Told told(ResultSet row, int n) throws SQLException {
        var zh = row.getString("title_zh");
        return new Told(
                Kind.valueOf(row.getString("kind")),
                row.getObject("institution_id", UUID.class),
                row.getString("number"),
                zh == null ? null : new Label(zh, row.getString("title_en")),
                row.getString("path"),
                row.getObject("due_on", LocalDate.class),
                row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.ofHours(8)));
    }

    void sent(Sending sending) {
        database.sql("""
                        with sent as (
                            update supervision.message set state = 'SENT', sent_at = :now, error = null where id = :id)
                        update supervision.subscription set sent_at = :now where id = :subscription
                        """)
                .param("now", now())
                .param("id", sending.id())
                .param("subscription", sending.subscription())
                .update();
    }

    /** Again after a minute, four, sixteen …; what fails for a day stops its subscription, and its owner is told by the bell. */
    void failed(Sending sending, String why) {
        var wait = FIRST.multipliedBy(1L << Math.min(20, 2 * (sending.tries() - 1)));
        database.sql("""
                        update supervision.message set error = :why, next_try_at = :next,
                               state = case when tries >= :most then 'GIVEN_UP' else state end
                         where id = :id
                        """)
                .param("why", why)
                .param("next", now().plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait))
                .param("most", TRIES)
                .param("id", sending.id())
                .update();
        if (sending.tries() >= TRIES) {
            stop(sending.subscription(), why);
        }
    }

    void stop(UUID subscription, String why) {
        database.sql(
                        "update supervision.subscription set stopped_at = :now, stopped_why = :why where id = :id and stopped_at is null")
                .param("now", now())
                .param("why", why)
                .param("id", subscription)
                .update();
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.ofHours(8));
    }
}
