package org.yiti.identity.passkey;

import java.util.List;
import java.util.UUID;

/**
 * What is kept of a key that an authenticator made.
 *
 * @param publicKey attested credential data, WebAuthn 6.5.1
 * @param signCount how often it was used, as its authenticator counts; always 0 for those that are synchronised
 * @param userVerified the authenticator has verified its owner at least once
 * @param userHandle what the authenticator was told of the account
 */
record Passkey(
        UUID id,
        long accountId,
        String account,
        byte[] publicKey,
        long signCount,
        boolean userVerified,
        boolean backupEligible,
        boolean backedUp,
        List<String> transports,
        UUID userHandle) {}
