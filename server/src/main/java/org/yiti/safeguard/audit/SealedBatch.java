package org.yiti.safeguard.audit;

import java.util.List;
import org.yiti.proof.tree.Frontier;
import org.yiti.proof.tree.Strip;

/**
 * Entries that have their numbers and hashes, and what the tree has become by them.
 *
 * @param few the entries, where they are few
 * @param rows where they are many, for {@code COPY}; nothing where they are few
 */
record SealedBatch(List<SealedEntry> few, byte[] rows, List<Strip> strips, Frontier frontier) {}
