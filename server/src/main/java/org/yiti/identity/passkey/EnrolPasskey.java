package org.yiti.identity.passkey;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.yiti.identity.Account;
import org.yiti.identity.AccountEvent;
import org.yiti.identity.AccountEvent.What;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LiveSession;
import org.yiti.identity.factor.Factors;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;

/** Somebody adds a passkey to their account, names it anew, or takes one away. */
@UseCase
class EnrolPasskey {

    private static final String HOW = "passkey";

    /**
     * What a browser asks an authenticator to make.
     *
     * @param userHandle all that the authenticator is to keep of who this is, besides the names it shows
     * @param algorithms COSE numbers, the best first
     * @param known passkeys of the account; the authenticator that holds one is not to make another
     */
    record Order(
            String challenge,
            String relyingParty,
            String userHandle,
            String account,
            String name,
            List<Integer> algorithms,
            List<PasskeyProof.Known> known,
            long seconds) {}

    record Wish(
            @NotBlank @Size(max = 50) String name,
            @Valid @NotNull Attestation attestation) {}

    private final Passkeys passkeys;
    private final Challenges challenges;
    private final Verification verification;
    private final Factors factors;
    private final ApplicationEventPublisher events;

    EnrolPasskey(
            Passkeys passkeys,
            Challenges challenges,
            Verification verification,
            Factors factors,
            ApplicationEventPublisher events) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.verification = verification;
        this.factors = factors;
        this.events = events;
    }

    Order order(LiveSession session, Account owner, RelyingParty party) {
        factors.refuseUnproved(session);
        factors.refuseDemonstration(session.accountId());
        long account = session.accountId();
        return new Order(
                challenges.draw(Purpose.REGISTRATION, account),
                party.id(),
                PasskeyProof.handle(passkeys.userHandle(account)),
                owner.account(),
                owner.name(),
                Verification.ALGORITHMS,
                passkeys.known(account),
                Challenges.TERM.toSeconds());
    }

    /** Recovery codes, where the account has none yet. */
    List<String> add(LiveSession session, Account owner, RelyingParty party, Wish wish) {
        long account = session.accountId();
        var made = verification
                .made(party, account, wish.attestation())
                .orElseThrow(() -> new Refused(IdentityRefusal.PASSKEY_NOT_ACCEPTED));
        passkeys.add(account, wish.name(), made, wish.attestation().transports());
        tell(What.FACTOR_ADDED, owner);
        var codes = factors.added(session);
        if (!codes.isEmpty()) {
            tell(What.RECOVERY_CODES_DRAWN, owner);
        }
        return codes;
    }

    void rename(long account, Account owner, UUID id, String name) {
        if (!passkeys.rename(account, id, name)) {
            throw new Refused(IdentityRefusal.AUTHENTICATOR_NOT_FOUND);
        }
        tell(What.FACTOR_RENAMED, owner);
    }

    void remove(long account, Account owner, UUID id) {
        if (!passkeys.remove(account, id)) {
            throw new Refused(IdentityRefusal.AUTHENTICATOR_NOT_FOUND);
        }
        factors.refuseNone(account);
        tell(What.FACTOR_REMOVED, owner);
    }

    private void tell(What what, Account owner) {
        events.publishEvent(new AccountEvent(what, owner.account(), owner.institutionId(), Map.of("how", HOW)));
    }
}
