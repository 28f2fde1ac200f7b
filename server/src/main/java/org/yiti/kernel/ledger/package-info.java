/** How a ledger is declared: one declaration makes its template, import, check, form, list and export. */
@NullMarked
package org.yiti.kernel.ledger;

import org.jspecify.annotations.NullMarked;
