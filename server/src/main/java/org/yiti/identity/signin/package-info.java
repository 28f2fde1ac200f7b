/** Coming in and going out: by password, code, passkey or provider. Start reading at {@code SignIn}. */
@NullMarked
package org.yiti.identity.signin;

import org.jspecify.annotations.NullMarked;
