package org.yiti.identity.signin;

import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.yiti.identity.Account;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LiveSession;
import org.yiti.identity.passkey.Assertion;
import org.yiti.identity.passkey.PasskeyProof;
import org.yiti.identity.passkey.PasskeyProof.Question;
import org.yiti.identity.passkey.Purpose;
import org.yiti.identity.passkey.RelyingParty;
import org.yiti.identity.secret.FailedSignIns;
import org.yiti.identity.session.AwaitingSessions;
import org.yiti.identity.session.Sessions;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/**
 * Somebody proves by a passkey who they are: alone, after the password, or before a grave act. Alone it is two factors at
 * once, what one has and what one knows or is, since its authenticator verifies its owner (NIST SP 800-63B-4 3.2.9).
 */
@UseCase
class ProveByPasskey {

    private final PasskeyProof proof;
    private final Accounts accounts;
    private final Sessions sessions;
    private final AwaitingSessions awaitingSessions;
    private final FailedSignIns failures;
    private final ApplicationEventPublisher events;

    ProveByPasskey(
            PasskeyProof proof,
            Accounts accounts,
            Sessions sessions,
            AwaitingSessions awaitingSessions,
            FailedSignIns failures,
            ApplicationEventPublisher events) {
        this.proof = proof;
        this.accounts = accounts;
        this.sessions = sessions;
        this.awaitingSessions = awaitingSessions;
        this.failures = failures;
        this.events = events;
    }

    Question askAnybody(RelyingParty party) {
        return proof.ask(party, Purpose.SIGN_IN, null);
    }

    Question askAwaiting(RelyingParty party, String awaiting) {
        return proof.ask(party, Purpose.SECOND_FACTOR, awaiting(awaiting));
    }

    Question askAgain(RelyingParty party, LiveSession session) {
        return proof.ask(party, Purpose.CONFIRMATION, session.accountId());
    }

    /** A session for whoever it is; one who is nobody hears the same as one whose passkey was refused. */
    String signIn(RelyingParty party, Assertion answer, String address, String agent) {
        var owner = proof.owner(answer).map(accounts::get);
        var name = owner.map(Accounts.Row::account).orElseGet(() -> shortened(answer.credentialId()));
        failures.refuseIfTooMany(name, address);
        var row = owner.filter(one -> proof.accept(party, Purpose.SIGN_IN, one.id(), answer))
                .orElseThrow(() -> refused(name, address));
        failures.forget(name, address);
        tell(AccountEvent.What.SIGNED_IN, row, "passkey");
        return sessions.begin(row.id(), true, true, address, agent);
    }

    String complete(RelyingParty party, String awaiting, Assertion answer, String address, String agent) {
        var row = accounts.get(awaiting(awaiting));
        prove(party, Purpose.SECOND_FACTOR, row, answer, address);
        tell(AccountEvent.What.SIGNED_IN, row, awaitingSessions.firstStep(awaiting) + ", passkey");
        return awaitingSessions.replace(awaiting, address, agent);
    }

    void confirm(RelyingParty party, Account account, LiveSession session, Assertion answer, String address) {
        var row = accounts.find(account.account()).orElseThrow(() -> new Refused(IdentityRefusal.NOT_SIGNED_IN));
        prove(party, Purpose.CONFIRMATION, row, answer, address);
        sessions.confirm(session.id(), true);
        tell(AccountEvent.What.CONFIRMED, row, "passkey");
    }

    private void prove(RelyingParty party, Purpose purpose, Accounts.Row row, Assertion answer, String address) {
        failures.refuseIfTooMany(row.account(), address);
        if (!proof.accept(party, purpose, row.id(), answer)) {
            throw refused(row.account(), address);
        }
        failures.forget(row.account(), address);
    }

    private long awaiting(String token) {
        return awaitingSessions.find(token).orElseThrow(() -> new Refused(IdentityRefusal.NOT_SIGNED_IN));
    }

    private Refused refused(String name, String address) {
        failures.add(name, address);
        return new Refused(IdentityRefusal.PASSKEY_NOT_ACCEPTED);
    }

    private void tell(AccountEvent.What what, Accounts.Row row, String how) {
        events.publishEvent(new AccountEvent(what, row.account(), row.institutionId(), Map.of("how", how)));
    }

    private static String shortened(String credential) {
        return credential.substring(0, Math.min(credential.length(), 60));
    }
}
