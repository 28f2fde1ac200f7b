package org.yiti.identity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An answer gives the name of a person in clear to whoever keeps accounts and sees no ledgers. */
public record PersonNamed(UUID person, @Nullable UUID institution) {}
