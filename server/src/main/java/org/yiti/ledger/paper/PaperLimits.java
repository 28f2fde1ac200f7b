package org.yiti.ledger.paper;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.util.unit.DataSize;

/**
 * @param largest file
 * @param most papers of one object
 */
@ConfigurationProperties("yiti.papers")
record PaperLimits(DataSize largest, int most) {}
