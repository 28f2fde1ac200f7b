/**
 * A log that nobody can rewrite unnoticed: entries are leaves of a Merkle tree, its head is signed, and whoever keeps a
 * head can tell for ever whether the log still extends it.
 *
 * <p>Start reading at {@link org.yiti.proof.tree.Frontier} (growing), {@link org.yiti.proof.tree.Tree} (proving),
 * {@link org.yiti.proof.note.SignedCheckpoint} (vouching), {@link org.yiti.proof.bundle.BundleWriter} (handing over) and
 * {@code verify/Verify} (checking without us).
 *
 * <p>Sources: RFC 6962 §2.1 and RFC 9162 §2.1 (tree, proofs); C2SP signed-note, tlog-checkpoint, tlog-cosignature,
 * tlog-tiles (<a href="https://c2sp.org">c2sp.org</a>); RFC 8785 (canonical JSON); RFC 8032 (Ed25519);
 * GB/T 32905-2016 (SM3); GB/T 32918.2-2016, GB/T 32918.5-2017 and GB/T 35276-2017 (SM2, its signature and default user).
 */
@NullMarked
package org.yiti.proof;

import org.jspecify.annotations.NullMarked;
