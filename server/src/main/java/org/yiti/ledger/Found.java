package org.yiti.ledger;

import java.util.UUID;

/** Something a search found. */
public record Found(UUID id, String kind, String title, String subtitle) {}
