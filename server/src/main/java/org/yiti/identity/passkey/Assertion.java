package org.yiti.identity.passkey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What an authenticator answers when it proves that it holds a passkey; all bytes as base64url.
 *
 * @param userHandle what the authenticator was told of the owner; null where it did not keep it
 */
public record Assertion(
        @NotBlank @Size(max = 1_400) String credentialId,
        @NotBlank @Size(max = 4_000) String clientData,
        @NotBlank @Size(max = 8_000) String authenticatorData,
        @NotBlank @Size(max = 4_000) String signature,
        @Nullable @Size(max = 100) String userHandle) {}
