/** What passes through unread: transparent and compressed data, keys (clauses 8.61 to 8.65). */
@NullMarked
package org.yiti.jt808.transport;

import org.jspecify.annotations.NullMarked;
