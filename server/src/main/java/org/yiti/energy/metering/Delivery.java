package org.yiti.energy.metering;

import java.util.List;

/**
 * What came at once from one source.
 *
 * @param source {@code mqtt/gw-01}, {@code http/account}, {@code poll/name}
 * @param toldAs what whoever sent it calls it
 */
public record Delivery(String source, String toldAs, List<Told> readings) {}
