/**
 * What stands between the network and everything else: who may say where a request came from, which requests are not
 * even read, how many are taken, and what every answer tells a browser.
 */
@NullMarked
package org.yiti.kernel.surface;

import org.jspecify.annotations.NullMarked;
