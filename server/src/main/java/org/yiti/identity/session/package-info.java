/** Who is signed in, and how each request says so: sessions, cookies, bearers of tokens. Start reading at {@code Sessions}. */
@NullMarked
package org.yiti.identity.session;

import org.jspecify.annotations.NullMarked;
