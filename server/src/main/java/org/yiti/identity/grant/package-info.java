/** Who was given what, where, for what and how long: grants, delegations, and who left. */
@NullMarked
package org.yiti.identity.grant;

import org.jspecify.annotations.NullMarked;
