package org.yiti.ledger;

import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** What a higher module adds to the page of an object: supervision its findings. */
public interface ObjectExtras {

    /** The findings about an object, newest first, as the console shows them. */
    List<?> findings(String kind, UUID id, Locale locale);

    /** What happened to the object elsewhere than in ledgers, to be woven into its life line. */
    List<LifeLineEntry> events(String kind, UUID id, Locale locale);
}
