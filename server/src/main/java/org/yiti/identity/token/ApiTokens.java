package org.yiti.identity.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.springframework.stereotype.Component;
import org.yiti.identity.Account;
import org.yiti.identity.LiveToken;
import org.yiti.identity.Permission;
import org.yiti.identity.Role;
import org.yiti.identity.grant.GrantsInForce;
import org.yiti.identity.secret.Token;

/** The tokens that are out. */
@Component
public class ApiTokens {

    /** How exactly it is known when a token was last used: not every request writes. */
    private static final Duration STALE = Duration.ofMinutes(1);

    /** What machines may be let do: what people do, but none of the three administrators' offices. */
    static final Set<Permission> FOR_MACHINES = Collections.unmodifiableSet(
            EnumSet.complementOf(EnumSet.of(Permission.ACCOUNT, Permission.GRANT, Permission.AUDIT)));

    /** A token with its account as the account is now, cut to what the token is for. */
    public record Found(LiveToken token, Account account) {}

    /** @param permissions codes */
    public record Listed(
            UUID id,
            String name,
            List<String> permissions,
            List<String> ranges,
            String issuedBy,
            Instant createdAt,
            Instant expiresAt,
            @Nullable Instant usedAt,
            @Nullable String usedFrom) {}

    private record Row(
            Found found, List<String> ranges, @Nullable Instant usedAt) {}

    private final JdbcClient database;
    private final GrantsInForce grants;
    private final Clock clock;

    ApiTokens(JdbcClient database, GrantsInForce grants, Clock clock) {
        this.grants = grants;
        this.database = database;
        this.clock = clock;
    }

    /** Empty for one that is unknown, expired, revoked, of a closed account, or not for this address. */
    public Optional<Found> find(String token, String address) {
        var row = database.sql("""
                        select t.id, t.permissions, t.ranges, t.used_at,
                               a.account, a.name, a.role, a.institution_id, a.everything
                          from identity.api_token t join identity.account a on a.id = t.account_id and a.enabled
                         where t.token_hash = :hash and t.revoked_at is null and t.expires_at > :now
                        """)
                .param("hash", Token.hash(token))
                .param("now", Timestamp.from(clock.instant()))
                .query((one, n) -> row(one))
                .optional()
                .filter(one -> isFrom(one.ranges(), address));
        row.filter(one -> one.usedAt() == null
                        || one.usedAt().isBefore(clock.instant().minus(STALE)))
                .ifPresent(one -> touch(one.found().token().id(), address));
        return row.map(Row::found);
    }

    private Row row(ResultSet row) throws SQLException {
        var codes = strings(row, "permissions");
        var used = row.getTimestamp("used_at");
        var account = new Account(
                row.getString("account"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getObject("institution_id", UUID.class),
                row.getBoolean("everything"),
                grants.rights(row.getString("account"), null, null)
                        .limitedTo(FOR_MACHINES.stream()
                                .filter(permission -> codes.contains(permission.code()))
                                .collect(Collectors.toUnmodifiableSet())));
        var token = new LiveToken(row.getObject("id", UUID.class));
        return new Row(new Found(token, account), strings(row, "ranges"), used == null ? null : used.toInstant());
    }

    private static List<String> strings(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    private static boolean isFrom(List<String> ranges, String address) {
        try {
            return ranges.isEmpty()
                    || ranges.stream().map(IpAddressMatcher::new).anyMatch(range -> range.matches(address));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private void touch(UUID id, String address) {
        database.sql("update identity.api_token set used_at = :now, used_from = :address where id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("address", address)
                .param("id", id)
                .update();
    }

    /** Those of an account that are not revoked; expired ones too, so that one sees why a machine is no longer let in. */
    public List<Listed> list(long account) {
        return database.sql("""
                        select id, name, permissions, ranges, issued_by, created_at, expires_at, used_at, used_from
                          from identity.api_token where account_id = :account and revoked_at is null order by created_at desc
                        """)
                .param("account", account)
                .query((row, n) -> new Listed(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        strings(row, "permissions"),
                        strings(row, "ranges"),
                        row.getString("issued_by"),
                        row.getTimestamp("created_at").toInstant(),
                        row.getTimestamp("expires_at").toInstant(),
                        Optional.ofNullable(row.getTimestamp("used_at"))
                                .map(Timestamp::toInstant)
                                .orElse(null),
                        row.getString("used_from")))
                .list();
    }

    /** For good, also if the account is opened again. */
    public void revokeAll(long account) {
        database.sql(
                        "update identity.api_token set revoked_at = :now where account_id = :account and revoked_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .update();
    }

    /** The name of the token; empty where the account has none such. */
    Optional<String> revoke(long account, UUID id) {
        return database.sql("""
                        update identity.api_token set revoked_at = :now where account_id = :account and id = :id and revoked_at is null
                        returning name
                        """)
                .param("now", Timestamp.from(clock.instant()))
                .param("account", account)
                .param("id", id)
                .query(String.class)
                .optional();
    }
}
