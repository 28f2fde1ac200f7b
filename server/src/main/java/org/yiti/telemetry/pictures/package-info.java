/** What cameras in vehicles took, for whoever may see tracks. Start reading at {@code ReadPictures}. */
@NullMarked
package org.yiti.telemetry.pictures;

import org.jspecify.annotations.NullMarked;
