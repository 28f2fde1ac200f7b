/**
 * Who vouches for a head of the tree: checkpoints (C2SP tlog-checkpoint) in signed notes (C2SP signed-note), signed with
 * Ed25519, with SM2, or by witnesses (C2SP tlog-cosignature).
 */
@NullMarked
package org.yiti.proof.note;

import org.jspecify.annotations.NullMarked;
