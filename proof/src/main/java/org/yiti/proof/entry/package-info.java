/**
 * What an audit log says: one act in canonical JSON (RFC 8785), with personal values only as salted hashes, so that they
 * can be erased by law while the log stays whole.
 */
@NullMarked
package org.yiti.proof.entry;

import org.jspecify.annotations.NullMarked;
