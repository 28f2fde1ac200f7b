/**
 * Supervision: judges the facts by the law, and keeps what is found until it is settled.
 *
 * <p>Start reading at {@code judging/Judge}.
 */
@ApplicationModule(
        displayName = "监督 Supervision",
        allowedDependencies = {
            "kernel",
            "identity",
            "safeguard",
            "safeguard :: release",
            "law",
            "calendar",
            "document",
            "ledger",
            "workbook",
            "workbook :: file"
        })
@NullMarked
package org.yiti.supervision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
