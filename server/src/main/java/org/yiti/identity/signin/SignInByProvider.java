package org.yiti.identity.signin;

import java.util.HexFormat;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.factor.Factors;
import org.yiti.identity.provider.Links;
import org.yiti.identity.provider.ProviderDoor.Arrival;
import org.yiti.identity.secret.FailedSignIns;
import org.yiti.identity.secret.Token;
import org.yiti.identity.session.SessionOrigins;
import org.yiti.identity.session.Sessions;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/**
 * Somebody comes back from a provider. Its word stands for the password; for two factors only where the house says so,
 * otherwise our own is asked.
 */
@UseCase
class SignInByProvider {

    private static final int SHOWN = 12;

    private final Links links;
    private final Accounts accounts;
    private final Sessions sessions;
    private final SessionOrigins origins;
    private final Factors factors;
    private final FailedSignIns failures;
    private final ApplicationEventPublisher events;

    SignInByProvider(
            Links links,
            Accounts accounts,
            Sessions sessions,
            SessionOrigins origins,
            Factors factors,
            FailedSignIns failures,
            ApplicationEventPublisher events) {
        this.links = links;
        this.accounts = accounts;
        this.sessions = sessions;
        this.origins = origins;
        this.factors = factors;
        this.failures = failures;
        this.events = events;
    }

    /** One whom no account belongs to hears the same as one whose provider was not believed. */
    SignIn.Begun begin(Arrival arrival, String address, String agent) {
        // Not in clear: it is a person's number elsewhere, and no account of ours.
        var who = arrival.provider() + " "
                + HexFormat.of().formatHex(Token.hash(arrival.subject())).substring(0, SHOWN);
        failures.refuseIfTooMany(who, address);
        var row = links.use(arrival).map(accounts::get).orElseThrow(() -> {
            failures.add(who, address);
            return new Refused(IdentityRefusal.PROVIDER_SIGN_IN_NOT_ACCEPTED);
        });
        boolean awaits = !arrival.strong() && factors.has(row.id());
        if (!awaits) {
            events.publishEvent(new AccountEvent(
                    AccountEvent.What.SIGNED_IN,
                    row.account(),
                    row.institutionId(),
                    Map.of("how", arrival.provider())));
        }
        var token = sessions.begin(row.id(), !awaits, arrival.strong(), address, agent);
        origins.keep(token, arrival.provider(), arrival.strong(), arrival.hint());
        return new SignIn.Begun(row.id(), token, awaits);
    }
}
