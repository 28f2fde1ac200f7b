/** Values encrypted column by column, the keys they are encrypted with, and how these change. Start reading at {@code SealedColumns}. */
@NullMarked
package org.yiti.safeguard.cipher;

import org.jspecify.annotations.NullMarked;
