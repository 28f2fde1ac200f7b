package org.yiti.identity.passkey;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** What an authenticator answers when it has made a passkey; all bytes as base64url. */
record Attestation(
        @NotBlank @Size(max = 4_000) String clientData,
        @NotBlank @Size(max = 40_000) String attestationObject,
        @NotNull @Size(max = 10) List<@NotBlank @Size(max = 20) String> transports) {}
