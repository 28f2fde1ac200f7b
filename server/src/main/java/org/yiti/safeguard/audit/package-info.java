/** The audit log: sealing acts before they commit, signing its head, reading, proving and handing it over. */
@NullMarked
package org.yiti.safeguard.audit;

import org.jspecify.annotations.NullMarked;
