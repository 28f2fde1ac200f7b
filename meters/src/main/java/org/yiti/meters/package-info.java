/**
 * What meters and their gateways say, byte by byte, and the consumption that follows from it. No sockets, no threads, no
 * clock, no database: whoever has those feeds bytes and readings in and takes values out.
 *
 * <p>Start reading at {@link org.yiti.meters.dlt645.Question} (electricity meters on a bus),
 * {@link org.yiti.meters.modbus.ReadPlan} (Modbus), {@link org.yiti.meters.mbus.Telegram} (heat and water),
 * {@link org.yiti.meters.mohurd.CentreSession} (collectors of the ministry's guide),
 * {@link org.yiti.meters.json.ReadingBatch} (gateways that speak JSON) and
 * {@link org.yiti.meters.interval.Derivation} (readings to hours, days and months).
 */
@NullMarked
package org.yiti.meters;

import org.jspecify.annotations.NullMarked;
