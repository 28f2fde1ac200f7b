package org.yiti.identity.passkey;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.AuthenticationRequest;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.RegistrationRequest;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.client.CollectedClientData;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import com.webauthn4j.verifier.exception.VerificationException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The checks of WebAuthn Level 3, 7.1 and 7.2: the library's, and that the challenge was ours, for this, and unused. */
@Component
class Verification {

    /** What an authenticator has made. */
    record Made(
            byte[] credentialId,
            byte[] publicKey,
            long signCount,
            boolean userVerified,
            boolean backupEligible,
            boolean backedUp) {}

    /** That an authenticator holds the key. */
    record Proved(long signCount, boolean userVerified, boolean backedUp) {}

    /** The authenticator has counted less than before: there may be two that hold the same key. */
    static final class CountWentBack extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** EdDSA, ES256, RS256: every authenticator has one of them. */
    static final List<Integer> ALGORITHMS = List.of(-8, -7, -257);

    private static final List<PublicKeyCredentialParameters> KINDS = ALGORITHMS.stream()
            .map(number -> new PublicKeyCredentialParameters(
                    PublicKeyCredentialType.PUBLIC_KEY, COSEAlgorithmIdentifier.create(number)))
            .toList();

    private final Challenges challenges;
    private final ObjectConverter converter = new ObjectConverter();
    /** Asks for no attestation: which make of authenticator somebody owns is none of our business. */
    private final WebAuthnManager library = WebAuthnManager.createNonStrictWebAuthnManager(converter);

    private final AttestedCredentialDataConverter keys = new AttestedCredentialDataConverter(converter);

    Verification(Challenges challenges) {
        this.challenges = challenges;
    }

    Optional<Made> made(RelyingParty party, long account, Attestation answer) {
        try {
            var data = library.parse(new RegistrationRequest(
                    Base64Url.bytes(answer.attestationObject()), Base64Url.bytes(answer.clientData())));
            var property = property(party, data.getCollectedClientData(), Purpose.REGISTRATION, account);
            return property.isEmpty()
                    ? Optional.empty()
                    : made(library.verify(data, new RegistrationParameters(property.get(), KINDS, false, true)));
        } catch (DataConversionException | VerificationException refused) {
            return Optional.empty();
        }
    }

    private Optional<Made> made(RegistrationData data) {
        var authenticator = data.getAttestationObject() == null
                ? null
                : data.getAttestationObject().getAuthenticatorData();
        var key = authenticator == null ? null : authenticator.getAttestedCredentialData();
        return authenticator == null || key == null
                ? Optional.empty()
                : Optional.of(new Made(
                        key.getCredentialId(),
                        keys.convert(key),
                        authenticator.getSignCount(),
                        authenticator.isFlagUV(),
                        authenticator.isFlagBE(),
                        authenticator.isFlagBS()));
    }

    Optional<Proved> proved(RelyingParty party, Purpose purpose, Passkey passkey, Assertion answer)
            throws CountWentBack {
        boolean alone = purpose == Purpose.SIGN_IN;
        try {
            var data = library.parse(new AuthenticationRequest(
                    Base64Url.bytes(answer.credentialId()),
                    answer.userHandle() == null ? null : Base64Url.bytes(answer.userHandle()),
                    Base64Url.bytes(answer.authenticatorData()),
                    Base64Url.bytes(answer.clientData()),
                    Base64Url.bytes(answer.signature())));
            var property = property(party, data.getCollectedClientData(), purpose, alone ? null : passkey.accountId());
            return property.isEmpty()
                    ? Optional.empty()
                    : proved(library.verify(
                            data, new AuthenticationParameters(property.get(), record(passkey), null, alone, true)));
        } catch (MaliciousCounterValueException copy) {
            throw new CountWentBack();
        } catch (DataConversionException | VerificationException refused) {
            return Optional.empty();
        }
    }

    private static Optional<Proved> proved(AuthenticationData data) {
        var authenticator = data.getAuthenticatorData();
        return authenticator == null
                ? Optional.empty()
                : Optional.of(
                        new Proved(authenticator.getSignCount(), authenticator.isFlagUV(), authenticator.isFlagBS()));
    }

    /** What the answer is compared with; empty where it answers no challenge that is out. */
    private Optional<ServerProperty> property(
            RelyingParty party, @Nullable CollectedClientData client, Purpose purpose, @Nullable Long account) {
        if (client == null || client.getChallenge() == null) {
            return Optional.empty();
        }
        var challenge = client.getChallenge();
        return challenges.take(Base64Url.of(challenge.getValue()), purpose, account)
                ? Optional.of(ServerProperty.builder()
                        .origin(new Origin(party.origin()))
                        .rpId(party.id())
                        .challenge(challenge)
                        .build())
                : Optional.empty();
    }

    private CredentialRecordImpl record(Passkey passkey) {
        return new CredentialRecordImpl(
                null,
                passkey.userVerified(),
                passkey.backupEligible(),
                passkey.backedUp(),
                passkey.signCount(),
                keys.convert(passkey.publicKey()),
                null,
                null,
                null,
                null);
    }
}
