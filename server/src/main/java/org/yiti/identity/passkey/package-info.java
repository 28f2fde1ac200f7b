/** Passkeys (WebAuthn): keys that authenticators keep, proven over challenges that are good once. Start reading at {@link org.yiti.identity.passkey.PasskeyProof}. */
@NullMarked
package org.yiti.identity.passkey;

import org.jspecify.annotations.NullMarked;
