package org.yiti.kernel.problem;

import org.yiti.kernel.Refused;

/** A controller that files are handed to, and its words for one over the limit of the server. */
public interface TakesFiles {

    Refused tooLarge();
}
