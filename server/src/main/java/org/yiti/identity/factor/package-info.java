/** The second factor: codes of an authenticator app (TOTP), and recovery codes for the day the phone is lost. */
@NullMarked
package org.yiti.identity.factor;

import org.jspecify.annotations.NullMarked;
