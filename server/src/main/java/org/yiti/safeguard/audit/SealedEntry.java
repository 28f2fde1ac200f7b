package org.yiti.safeguard.audit;

/**
 * An entry as the log keeps it.
 *
 * @param leaf what was sealed, in canonical JSON
 * @param hash of it, in both trees
 * @param secret that its salts are made of
 */
record SealedEntry(long seq, Draft draft, byte[] leaf, byte[] hash, byte[] secret) {}
