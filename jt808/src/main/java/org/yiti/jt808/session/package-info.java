/** A terminal's connection: registration, authentication, replies, time, upgrades (clauses 8.1 to 8.17). */
@NullMarked
package org.yiti.jt808.session;

import org.jspecify.annotations.NullMarked;
