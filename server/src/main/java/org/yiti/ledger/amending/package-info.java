/** Single rows added, changed and removed, under the same checks as a workbook. */
@NullMarked
package org.yiti.ledger.amending;

import org.jspecify.annotations.NullMarked;
