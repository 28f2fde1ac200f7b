/** API tokens: what machines come with instead of a session. Start reading at {@link org.yiti.identity.token.IssueToken}. */
@NullMarked
package org.yiti.identity.token;

import org.jspecify.annotations.NullMarked;
