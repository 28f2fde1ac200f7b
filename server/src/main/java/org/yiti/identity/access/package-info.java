/** Deciding scope, and telling the database who acts. */
@NullMarked
package org.yiti.identity.access;

import org.jspecify.annotations.NullMarked;
