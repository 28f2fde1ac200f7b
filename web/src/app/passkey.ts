/** What the server asks an authenticator, and how browsers want it asked: there bytes, here base64url. */

interface Known { id: string; transports: string[] }
export interface Question { challenge: string; relyingParty: string; userVerification: UserVerificationRequirement; passkeys: Known[]; seconds: number }
export interface Order { challenge: string; relyingParty: string; userHandle: string; account: string; name: string; algorithms: number[]; known: Known[]; seconds: number }

/** Written by hand: `parseCreationOptionsFromJSON` is younger than the browsers of many offices. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  const signs = atob(text.replaceAll('-', '+').replaceAll('_', '/'))
  return Uint8Array.from(signs, (sign) => sign.charCodeAt(0))
}

export function textOf(bytes: ArrayBuffer): string {
  return btoa(String.fromCharCode(...new Uint8Array(bytes))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

export const hasPasskeys = () => typeof PublicKeyCredential !== 'undefined'

/** Whoever closes the browser's dialog, or lets it time out, has only thought better of it; browsers do not tell the two apart. */
export const isGivenUp = (failure: unknown) => failure instanceof DOMException && (failure.name === 'NotAllowedError' || failure.name === 'AbortError')

/** The authenticator holds a passkey of this account already. */
export const isThere = (failure: unknown) => failure instanceof DOMException && failure.name === 'InvalidStateError'

const known = (passkeys: Known[]) => passkeys.map(({ id, transports }) => ({ type: 'public-key' as const, id: bytesOf(id), transports: transports as AuthenticatorTransport[] }))

export async function makePasskey(order: Order) {
  const made = (await navigator.credentials.create({
    publicKey: {
      challenge: bytesOf(order.challenge),
      rp: { id: order.relyingParty, name: 'Yiti' },
      user: { id: bytesOf(order.userHandle), name: order.account, displayName: order.name },
      pubKeyCredParams: order.algorithms.map((alg) => ({ type: 'public-key', alg })),
      excludeCredentials: known(order.known),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      attestation: 'none',
      timeout: order.seconds * 1000,
    },
  })) as PublicKeyCredential
  const answer = made.response as AuthenticatorAttestationResponse
  return { clientData: textOf(answer.clientDataJSON), attestationObject: textOf(answer.attestationObject), transports: answer.getTransports?.() ?? [] }
}

export async function answerByPasskey(question: Question) {
  const used = (await navigator.credentials.get({
    publicKey: {
      challenge: bytesOf(question.challenge),
      rpId: question.relyingParty,
      userVerification: question.userVerification,
      allowCredentials: known(question.passkeys),
      timeout: question.seconds * 1000,
    },
  })) as PublicKeyCredential
  const answer = used.response as AuthenticatorAssertionResponse
  return {
    credentialId: textOf(used.rawId),
    clientData: textOf(answer.clientDataJSON),
    authenticatorData: textOf(answer.authenticatorData),
    signature: textOf(answer.signature),
    userHandle: answer.userHandle?.byteLength ? textOf(answer.userHandle) : null,
  }
}
