package org.yiti.supervision.subscriptions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.AccountSecrets;
import org.yiti.identity.Scope;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.supervision.SupervisionRefusal;

/** One's own subscriptions. */
@Component
class Subscriptions {

    static final AccountSecrets.Column SECRET = new AccountSecrets.Column("supervision.subscription", "secret");

    record Institution(UUID id, String name) {}

    /**
     * @param waiting lines not sent yet
     * @param lastError why the last one that was tried was not taken; null once one was
     * @param stoppedWhy why nothing could be delivered; null where its owner stopped it
     */
    record Item(
            UUID id,
            Channel channel,
            String address,
            Rhythm rhythm,
            List<Kind> kinds,
            @Nullable Institution institution,
            OffsetDateTime createdAt,
            @Nullable OffsetDateTime sentAt,
            long waiting,
            @Nullable Label lastError,
            @Nullable OffsetDateTime stoppedAt,
            @Nullable Label stoppedWhy) {}

    record Choice(Kind kind, Label title) {}

    /** @param mail whether mails can be sent at all, and to which domains */
    record Page(
            boolean mail,
            List<String> domains,
            boolean webhooks,
            List<String> origins,
            List<Choice> kinds,
            List<Item> subscriptions) {}

    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;
    private final DeliverySettings settings;
    private final SendMail mail;

    Subscriptions(JdbcClient database, Scope scope, Clock clock, DeliverySettings settings, SendMail mail) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
        this.settings = settings;
        this.mail = mail;
    }

    @Transactional(readOnly = true)
    public Page page() {
        return new Page(
                mail.isPossible(),
                settings.mailDomains(),
                !settings.webhooks().isEmpty(),
                settings.webhooks(),
                Arrays.stream(Kind.values())
                        .map(kind -> new Choice(kind, kind.label()))
                        .toList(),
                mine());
    }

    private List<Item> mine() {
        return database.sql("""
                        select s.*, i.name as institution_name,
                               (select count(*) from supervision.outbox o left join supervision.message m on m.id = o.message_id
                                 where o.subscription_id = s.id and coalesce(m.state, 'WAITING') = 'WAITING') as waiting,
                               (select m.error from supervision.message m where m.subscription_id = s.id and m.tries > 0 order by m.made_at desc limit 1) as last_error
                          from supervision.subscription s left join organization.institution i on i.id = s.institution_id
                         where s.account = :me order by s.created_at, s.id
                        """).param("me", me()).query(Subscriptions::item).list();
    }

    private static Item item(ResultSet row, int n) throws SQLException {
        var institution = row.getObject("institution_id", UUID.class);
        return new Item(
                row.getObject("id", UUID.class),
                Channel.valueOf(row.getString("channel")),
                row.getString("address"),
                Rhythm.valueOf(row.getString("rhythm")),
                Arrays.stream((String[]) row.getArray("kinds").getArray())
                        .map(Kind::valueOf)
                        .toList(),
                institution == null
                        ? null
                        : new Institution(
                                institution,
                                row.getString("institution_name") == null ? "—" : row.getString("institution_name")),
                row.getObject("created_at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.ofHours(8)),
                at(row, "sent_at"),
                row.getLong("waiting"),
                why(row.getString("last_error")),
                at(row, "stopped_at"),
                why(row.getString("stopped_why")));
    }

    private static @Nullable Label why(@Nullable String kept) {
        return kept == null || kept.equals("BY_OWNER") ? null : Undelivered.words(kept);
    }

    private static @Nullable OffsetDateTime at(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.withOffsetSameInstant(ZoneOffset.ofHours(8));
    }

    long count() {
        return database.sql("select count(*) from supervision.subscription where account = :me")
                .param("me", me())
                .query(Long.class)
                .single();
    }

    void stop(UUID id) {
        changed(database.sql("""
                        update supervision.subscription set stopped_at = :now, stopped_why = 'BY_OWNER'
                         where id = :id and account = :me and stopped_at is null
                        """).param("now", OffsetDateTime.now(clock)), id);
    }

    void resume(UUID id) {
        changed(
                database.sql(
                        "update supervision.subscription set stopped_at = null, stopped_why = null where id = :id and account = :me and stopped_at is not null"),
                id);
    }

    void remove(UUID id) {
        changed(database.sql("delete from supervision.subscription where id = :id and account = :me"), id);
    }

    private void changed(JdbcClient.StatementSpec statement, UUID id) {
        if (statement.param("id", id).param("me", me()).update() == 0) {
            throw new Refused(SupervisionRefusal.SUBSCRIPTION_NOT_FOUND);
        }
    }

    private String me() {
        return scope.account().account();
    }

    @Configuration(proxyBeanMethods = false)
    static class Sealed {

        /** Told of to whoever rotates keys. */
        @Bean
        AccountSecrets.Column subscriptionSecrets() {
            return SECRET;
        }
    }
}
