package org.yiti.identity.passkey;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for a proof that somebody holds a passkey of an account, and judges it. */
@Component
public class PasskeyProof {

    /** One that may answer, and how its authenticator is reached. */
    public record Known(String id, List<String> transports) {}

    /**
     * What a browser asks an authenticator.
     *
     * @param challenge 256 bits as base64url, good once
     * @param relyingParty the name of the host
     * @param userVerification whether the authenticator must verify its owner
     * @param passkeys those that may answer; empty for any that an authenticator knows of
     * @param seconds how long an answer is awaited
     */
    public record Question(
            String challenge, String relyingParty, String userVerification, List<Known> passkeys, long seconds) {}

    private final Passkeys passkeys;
    private final Challenges challenges;
    private final Verification verification;
    private final CopyAlarm alarm;

    PasskeyProof(Passkeys passkeys, Challenges challenges, Verification verification, CopyAlarm alarm) {
        this.passkeys = passkeys;
        this.challenges = challenges;
        this.verification = verification;
        this.alarm = alarm;
    }

    /** @param account null where anybody may answer */
    public Question ask(RelyingParty party, Purpose purpose, @Nullable Long account) {
        return new Question(
                challenges.draw(purpose, account),
                party.id(),
                purpose == Purpose.SIGN_IN ? "required" : "preferred",
                account == null ? List.of() : passkeys.known(account),
                Challenges.TERM.toSeconds());
    }

    public boolean has(long account) {
        return !passkeys.known(account).isEmpty();
    }

    /** Whose passkey it is said to be; empty also where the account is closed. */
    public Optional<Long> owner(Assertion answer) {
        return passkeys.owner(Base64Url.bytes(answer.credentialId()));
    }

    /** Whether this proves that a passkey of the account is at hand. Asks for a transaction: its count is kept with its use. */
    public boolean accept(RelyingParty party, Purpose purpose, long account, Assertion answer) {
        var passkey = passkeys.hold(Base64Url.bytes(answer.credentialId()), account);
        if (passkey.isEmpty() || !namesOwner(passkey.get(), purpose, answer)) {
            return false;
        }
        try {
            var proved = verification.proved(party, purpose, passkey.get(), answer);
            proved.ifPresent(
                    use -> passkeys.used(passkey.get().id(), use.signCount(), use.userVerified(), use.backedUp()));
            return proved.isPresent();
        } catch (Verification.CountWentBack copy) {
            alarm.ring(passkey.get().account());
            return false;
        }
    }

    /** WebAuthn 7.2, step 6: where nobody has said who they are, the authenticator must. */
    private static boolean namesOwner(Passkey passkey, Purpose purpose, Assertion answer) {
        return answer.userHandle() == null
                ? purpose != Purpose.SIGN_IN
                : answer.userHandle().equals(handle(passkey.userHandle()));
    }

    static String handle(UUID id) {
        return Base64Url.of(ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array());
    }
}
