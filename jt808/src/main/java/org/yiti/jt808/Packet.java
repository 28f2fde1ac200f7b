package org.yiti.jt808;

import org.yiti.jt808.layout.Bytes;

/** One frame without its escapes and checksum: a header, and a body that nobody has looked into yet. */
public record Packet(Header header, Bytes body) {}
