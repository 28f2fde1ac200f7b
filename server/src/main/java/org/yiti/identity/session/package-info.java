/** Signing in and out. */
@NullMarked
package org.yiti.identity.session;

import org.jspecify.annotations.NullMarked;
