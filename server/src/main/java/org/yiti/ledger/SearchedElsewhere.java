package org.yiti.ledger;

import java.util.List;
import java.util.Locale;
import org.yiti.kernel.Label;

/** A module that keeps things to be found which are in no ledger. */
public interface SearchedElsewhere {

    Label title();

    List<Found> search(String wanted, int most, Locale locale);
}
