package org.yiti.safeguard.audit;

import java.util.List;
import org.yiti.proof.tree.Frontier;
import org.yiti.proof.tree.Strip;

/** Entries that have their numbers and hashes: rows for {@code COPY}, and what the tree has become by them. */
record SealedBatch(byte[] rows, List<Strip> strips, Frontier frontier) {}
