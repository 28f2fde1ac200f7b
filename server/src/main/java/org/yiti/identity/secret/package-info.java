/** What proves who one is, and how strict the house is about it. */
@NullMarked
package org.yiti.identity.secret;

import org.jspecify.annotations.NullMarked;
