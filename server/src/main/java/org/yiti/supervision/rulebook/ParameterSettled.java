package org.yiti.supervision.rulebook;

/** Values of a parameter came into use, or went out of it: whoever judges by them judges anew. */
public record ParameterSettled(String parameter) {}
