package org.yiti.ledger;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What is added to the page of an object from elsewhere: by supervision its findings, by papers when they came and went. */
public interface ObjectExtras {

    /** The findings about an object, newest first, as the console shows them. */
    default List<?> findings(String kind, UUID id, Locale locale) {
        return List.of();
    }

    /** What happened to the object elsewhere than in ledgers, to be woven into its life line. */
    List<LifeLineEntry> events(String kind, UUID id, Locale locale);
}
