package org.yiti.proof.tree;

import java.util.List;

/** What appending leads to: the frontier to go on from, and what is to be stored. */
public record Growth(Frontier frontier, List<Strip> strips) {}
