/** Who may sign in: accounts opened, changed, closed and invited by an administrator. */
@NullMarked
package org.yiti.identity.account;

import org.jspecify.annotations.NullMarked;
