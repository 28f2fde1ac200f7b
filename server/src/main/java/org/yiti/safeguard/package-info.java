/**
 * Safeguard: what was done is sealed with the very transaction that did it, in a log that nobody can rewrite unnoticed.
 *
 * <p>What modules have in common that must not get lost or out is dealt with here in one way: what devices said and could not
 * be taken ({@code aside/Asides}), and what leaves only once a second person agrees ({@code release/Releases}).
 *
 * <p>Start reading at {@code Audit}, then {@code audit/Sealing}.
 */
@ApplicationModule(
        displayName = "安全保障 Safeguard",
        allowedDependencies = {"kernel", "identity"})
@NullMarked
package org.yiti.safeguard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
