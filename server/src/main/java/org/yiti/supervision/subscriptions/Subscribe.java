package org.yiti.supervision.subscriptions;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.AccountSecrets;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.supervision.SupervisionRefusal;

/** Somebody wants to be told by mail, or a system of theirs by a call. */
@UseCase
class Subscribe {

    private static final int MOST = 20;
    private static final int SECRET_BYTES = 32;
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9.-]{1,190}");
    private static final Pattern PLAIN = Pattern.compile("[\\x21-\\x7e]+");

    /** @param institution the part of the tree; null for all that one may see */
    record Request(
            @NotNull Channel channel,
            @NotBlank @Size(max = 500) String address,
            @NotNull Rhythm rhythm,
            @NotEmpty @Size(max = 20) Set<@NotNull Kind> kinds,
            @Nullable UUID institution) {}

    /** @param secret to check the signature of calls by; told this once */
    record Made(UUID id, @Nullable String secret) {}

    private final JdbcClient database;
    private final Subscriptions subscriptions;
    private final AllowedHosts hosts;
    private final DeliverySettings settings;
    private final SendMail mail;
    private final AccountSecrets secrets;
    private final Scope scope;
    private final Clock clock;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    Subscribe(
            JdbcClient database,
            Subscriptions subscriptions,
            AllowedHosts hosts,
            DeliverySettings settings,
            SendMail mail,
            AccountSecrets secrets,
            Scope scope,
            Clock clock,
            Audit audit) {
        this.database = database;
        this.subscriptions = subscriptions;
        this.hosts = hosts;
        this.settings = settings;
        this.mail = mail;
        this.secrets = secrets;
        this.scope = scope;
        this.clock = clock;
        this.audit = audit;
    }

    Made handle(Request request) {
        if (request.institution() != null) {
            scope.subtree(request.institution());
        }
        if (subscriptions.count() >= MOST) {
            throw new Refused(SupervisionRefusal.SUBSCRIPTIONS_TOO_MANY, Map.of("most", MOST));
        }
        var address = request.address().strip();
        check(request.channel(), address);
        var id = UUID.randomUUID();
        var secret = request.channel() == Channel.WEBHOOK ? secret() : null;
        add(id, address, secret, request);
        audit.record(Act.of("subscription.made", "supervision.subscription", id)
                .in(request.institution() == null ? scope.account().institutionId() : request.institution())
                .with("channel", request.channel())
                .with("rhythm", request.rhythm())
                .with("kinds", request.kinds()));
        return new Made(id, secret);
    }

    private void check(Channel channel, String address) {
        if (channel == Channel.MAIL) {
            var isAllowed = mail.isPossible()
                    && MAIL.matcher(address).matches()
                    && settings.mailDomains().stream()
                            .anyMatch(domain ->
                                    address.toLowerCase(Locale.ROOT).endsWith("@" + domain.toLowerCase(Locale.ROOT)));
            if (!isAllowed) {
                throw new Refused(
                        SupervisionRefusal.MAIL_NOT_ALLOWED,
                        Map.of("domains", String.join("、", settings.mailDomains())));
            }
        } else if (!isCallable(address)) {
            throw new Refused(
                    SupervisionRefusal.WEBHOOK_NOT_ALLOWED, Map.of("origins", String.join("、", settings.webhooks())));
        }
    }

    private boolean isCallable(String address) {
        try {
            return PLAIN.matcher(address).matches()
                    && hosts.resolve(URI.create(address)).isPresent();
        } catch (UnknownHostException nowhere) {
            // only of an origin that is listed: nobody learns of other names whether there are such hosts
            throw new Refused(
                    SupervisionRefusal.WEBHOOK_HOST_UNKNOWN,
                    Map.of("host", URI.create(address).getHost()));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private String secret() {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private void add(UUID id, String address, @Nullable String secret, Request request) {
        var me = scope.account().account();
        var account = database.sql("select id from identity.account where account = :me")
                .param("me", me)
                .query(Long.class)
                .single();
        database.sql("""
                        insert into supervision.subscription (id, account_id, account, channel, address, secret, rhythm, kinds, institution_id, created_at)
                        values (:id, :account, :me, :channel, :address, :secret::text, :rhythm, :kinds, :institution::uuid, :now)
                        """)
                .param("id", id)
                .param("account", account)
                .param("me", me)
                .param("channel", request.channel().name())
                .param("address", address)
                .param("secret", secret == null ? null : secrets.seal(Subscriptions.SECRET, account, id, secret))
                .param("rhythm", request.rhythm().name())
                .param("kinds", request.kinds().stream().map(Kind::name).toArray(String[]::new))
                .param("institution", request.institution())
                .param("now", OffsetDateTime.now(clock))
                .update();
    }
}
