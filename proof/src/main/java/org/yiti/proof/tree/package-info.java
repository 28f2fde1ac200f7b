/**
 * The Merkle tree: hashing, growing, roots, proofs. RFC 6962 §2.1, RFC 9162 §2.1; tiles as C2SP tlog-tiles lays them out.
 *
 * <p>Nodes are called by level and index: node (l, i) is the root of the entries [i·2^l, (i+1)·2^l). A tile holds up to
 * 256 neighbours of a level that is a multiple of eight; all other nodes are computed from these.
 */
@NullMarked
package org.yiti.proof.tree;

import org.jspecify.annotations.NullMarked;
