/** The stand-alone verifier: is a bundle whole, who signed it, does it extend what was seen before, and if not, where not. */
@NullMarked
package org.yiti.proof.verify;

import org.jspecify.annotations.NullMarked;
