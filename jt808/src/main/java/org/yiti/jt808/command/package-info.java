/** {@code java -jar jt808.jar}: explains frames to people. */
@NullMarked
package org.yiti.jt808.command;

import org.jspecify.annotations.NullMarked;
