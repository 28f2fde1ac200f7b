package org.yiti.detect.vehicle;

import org.jspecify.annotations.Nullable;

/** A position, and why its place is not used; no reason where it is. */
public record Judged(Position position, @Nullable Reason reason) {}
