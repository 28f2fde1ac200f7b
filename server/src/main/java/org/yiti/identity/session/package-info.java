/** Signing in and out, and the sessions that come of it. */
@NullMarked
package org.yiti.identity.session;

import org.jspecify.annotations.NullMarked;
