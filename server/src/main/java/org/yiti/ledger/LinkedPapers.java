package org.yiti.ledger;

import java.util.List;
import java.util.UUID;

/** What is known of the papers of a thing, for those who tell its story. */
public interface LinkedPapers {

    /** Which papers came and went, newest first. */
    List<LifeLineEntry> events(UUID holder);
}
