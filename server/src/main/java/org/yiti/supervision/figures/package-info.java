/** Figures of the metric dictionary, each unit, vehicle and building among its like. Start reading at {@link MakeFigures}. */
@NullMarked
package org.yiti.supervision.figures;

import org.jspecify.annotations.NullMarked;
