/** Numbers the state gives to organisations and vehicles: how they are written and when they look wrong. */
@NullMarked
package org.yiti.kernel.identifier;

import org.jspecify.annotations.NullMarked;
