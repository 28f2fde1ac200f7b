/**
 * Papers of objects and findings: approvals, certificates, contracts, photographs.
 *
 * <p>Start reading at {@code AddPaper}.
 */
@NullMarked
package org.yiti.ledger.paper;

import org.jspecify.annotations.NullMarked;
