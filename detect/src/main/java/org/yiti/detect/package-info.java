/**
 * What devices report, turned into facts: the same facts, byte for byte, in whichever order and however often the reports
 * arrive.
 *
 * <p>Start reading at {@link org.yiti.detect.Detector} (a fold over what one device reported, in order), then
 * {@link org.yiti.detect.Timeline} (which gives it that order, and tells what a late report changes).
 *
 * <p>No clock, no chance, no input and output, no threads: a timeline is a value in bytes between two calls, so the same
 * code runs in a server's transaction and as a keyed operator of a stream processor. Why: docs/adr/0025.
 */
@NullMarked
package org.yiti.detect;

import org.jspecify.annotations.NullMarked;
