/** A link that works once, with which somebody chooses the password of a new account. */
@NullMarked
package org.yiti.identity.invitation;

import org.jspecify.annotations.NullMarked;
