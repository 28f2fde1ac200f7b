package org.yiti.kernel.file;

/**
 * Where files of a kind are kept: a table {@code (owner, n, key, bytes)}. Declared as a bean, so that whoever changes the
 * keys finds it.
 *
 * @param owner the column that says whose file it is
 */
public record ChunkTable(String name, String owner) {}
