package org.yiti.identity.token;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.web.util.matcher.IpAddressMatcher;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.AccountEvent.What;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.identity.grant.GrantsInForce;
import org.yiti.identity.secret.Token;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/** Somebody has a token made for a machine, or takes it back. */
@UseCase
public class IssueToken {

    /** By this a scanner of sources and logs tells what it has found. */
    public static final String PREFIX = "yiti_";

    /**
     * @param permissions codes; what tokens may never do cannot be wished for
     * @param days it lives, a year at most
     * @param ranges CIDR ranges it may be used from; empty for anywhere
     */
    public record Wish(
            @NotBlank @Size(max = 50) String name,
            @NotEmpty @Size(max = 20) List<@NotBlank @Size(max = 50) String> permissions,
            @Min(1) @Max(365) int days,
            @NotNull @Size(max = 20) List<@NotBlank @Size(max = 50) String> ranges) {}

    /** @param token shown this once: only a hash of it is kept */
    public record Issued(UUID id, String token, Instant expiresAt) {}

    /** @param permissions what a token may be given */
    public record Overview(List<ApiTokens.Listed> tokens, List<String> permissions) {}

    /** Whom a token is for. */
    public record Holder(long id, String account) {}

    private final JdbcClient database;
    private final ApiTokens tokens;
    private final GrantsInForce grants;
    private final Clock clock;
    private final Scope scope;
    private final ApplicationEventPublisher events;

    IssueToken(
            JdbcClient database,
            ApiTokens tokens,
            GrantsInForce grants,
            Clock clock,
            Scope scope,
            ApplicationEventPublisher events) {
        this.database = database;
        this.tokens = tokens;
        this.grants = grants;
        this.clock = clock;
        this.scope = scope;
        this.events = events;
    }

    public Overview overview(Holder holder) {
        return new Overview(tokens.list(holder.id()), given(holder));
    }

    /** What its token may be for: what its owner first acts by, whatever they work for at this moment, but no office. */
    private List<String> given(Holder holder) {
        var rights = grants.rights(holder.account(), null, null);
        return ApiTokens.FOR_MACHINES.stream()
                .filter(permission -> !rights.reach(permission).isNowhere())
                .map(Permission::code)
                .toList();
    }

    public Issued issue(Holder holder, Wish wish) {
        var held = given(holder);
        wish.permissions().stream()
                .filter(permission -> !held.contains(permission))
                .findFirst()
                .ifPresent(permission -> {
                    throw new Refused(IdentityRefusal.PERMISSION_NOT_HELD, Map.of("permission", permission));
                });
        wish.ranges().forEach(IssueToken::refuseOtherThanRange);
        var token = PREFIX + Token.draw();
        var now = clock.instant();
        var expires = now.plus(Duration.ofDays(wish.days()));
        var id = database.sql("""
                        insert into identity.api_token (account_id, name, token_hash, permissions, ranges, issued_by, created_at, expires_at)
                        values (:account, :name, :hash, :permissions, :ranges, :by, :now, :expires) returning id
                        """)
                .param("account", holder.id())
                .param("name", wish.name())
                .param("hash", Token.hash(token))
                .param("permissions", wish.permissions().stream().distinct().toArray(String[]::new))
                .param("ranges", wish.ranges().toArray(String[]::new))
                .param("by", scope.account().account())
                .param("now", Timestamp.from(now))
                .param("expires", Timestamp.from(expires))
                .query(UUID.class)
                .single();
        tell(What.TOKEN_ISSUED, holder.account(), wish.name());
        return new Issued(id, token, expires);
    }

    private static void refuseOtherThanRange(String range) {
        try {
            new IpAddressMatcher(range);
        } catch (IllegalArgumentException other) {
            throw new Refused(IdentityRefusal.ADDRESS_RANGE_NOT_VALID, Map.of("range", range));
        }
    }

    public void revoke(Holder holder, UUID id) {
        var token = tokens.revoke(holder.id(), id).orElseThrow(() -> new Refused(IdentityRefusal.API_TOKEN_NOT_FOUND));
        tell(What.TOKEN_REVOKED, holder.account(), token);
    }

    private void tell(What what, String account, String token) {
        events.publishEvent(new AccountEvent(what, account, null, Map.of("token", token)));
    }
}
