package org.yiti.energy.polling;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.yiti.meters.modbus.Block;
import org.yiti.meters.modbus.Pdu;
import org.yiti.meters.modbus.Point;
import org.yiti.meters.modbus.ReadPlan;
import org.yiti.meters.modbus.TcpFrame;
import org.yiti.meters.modbus.TcpReader;

/** Modbus TCP: the points of each unit in as few requests as possible. */
final class AskModbus implements Asking {

    private final AtomicInteger transactions = new AtomicInteger();

    @Override
    public Map<PointRow, BigDecimal> ask(Wire wire, List<PointRow> rows) throws IOException {
        var units = new TreeMap<Integer, List<PointRow>>();
        rows.forEach(row -> units.computeIfAbsent(Integer.valueOf(row.address().strip()), unit -> new ArrayList<>())
                .add(row));
        var values = new HashMap<PointRow, BigDecimal>();
        for (var unit : units.entrySet()) {
            var points = new ArrayList<Point>();
            for (var row : unit.getValue()) {
                points.add(row.modbus(String.valueOf(points.size())));
            }
            for (var block : ReadPlan.of(points).blocks()) {
                for (var value : read(wire, unit.getKey(), block)) {
                    var number = value.number();
                    if (number != null) {
                        values.put(unit.getValue().get(Integer.parseInt(value.point().name())), number);
                    }
                }
            }
        }
        return values;
    }

    private List<Block.Value> read(Wire wire, int unit, Block block) throws IOException {
        var asked = new TcpFrame(transactions.incrementAndGet() & 0xffff, unit, block.read().octets());
        var reader = new TcpReader();
        var replies = new ArrayList<TcpFrame>();
        wire.ask(asked.encode(), chunk -> {
            reader.feed(chunk, replies::add);
            return !replies.isEmpty();
        });
        if (replies.get(0).replyTo(asked) instanceof Pdu.Values values) {
            return block.values(values);
        }
        throw new IOException("unit " + unit + " refuses registers from " + block.read());
    }
}
