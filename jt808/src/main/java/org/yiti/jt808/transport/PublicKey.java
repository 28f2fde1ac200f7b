package org.yiti.jt808.transport;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Pass;

/**
 * A public key of RSA with 1024 bits, {e, n} (clauses 8.64 and 8.65). Too short to protect anything today; read so that it
 * can be refused with reason.
 */
public record PublicKey(long exponent, Bytes modulus) {

    public static final Kind<PublicKey> PLATFORM =
            Kind.of(0x8A00, "平台RSA公钥", "RSA key of the platform", PublicKey::pass);
    public static final Kind<PublicKey> TERMINAL =
            Kind.of(0x0A00, "终端RSA公钥", "RSA key of the terminal", PublicKey::pass);

    static PublicKey pass(Pass<PublicKey> p) {
        return new PublicKey(
                p.dword("e", "exponent", PublicKey::exponent), p.bytes(128, "n", "modulus", PublicKey::modulus));
    }
}
