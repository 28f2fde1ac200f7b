package org.yiti.energy.polling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
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
    public Answers ask(Wire wire, List<PointRow> rows) {
        var units = new TreeMap<String, List<PointRow>>();
        rows.forEach(row -> units.computeIfAbsent(row.address().strip(), unit -> new ArrayList<>())
                .add(row));
        var answers = new Answers();
        units.forEach((unit, its) -> ask(wire, Integer.parseInt(unit), its, answers));
        return answers;
    }

    private void ask(Wire wire, int unit, List<PointRow> rows, Answers answers) {
        var points = new ArrayList<Point>();
        for (var row : rows) {
            points.add(row.modbus(String.valueOf(points.size())));
        }
        for (var block : ReadPlan.of(points).blocks()) {
            var its = block.points().stream()
                    .map(point -> rows.get(Integer.parseInt(point.name())))
                    .toList();
            answers.attempt(
                    its,
                    () -> read(wire, unit, block).forEach(value -> {
                        var row = rows.get(Integer.parseInt(value.point().name()));
                        var number = value.number();
                        if (number == null) {
                            answers.failures().put(row, "unit " + unit + " says that it has no value");
                        } else {
                            answers.values().put(row, number);
                        }
                    }));
        }
    }

    private List<Block.Value> read(Wire wire, int unit, Block block) throws IOException {
        var asked = new TcpFrame(
                transactions.incrementAndGet() & 0xffff, unit, block.read().octets());
        var reader = new TcpReader();
        var replies = new ArrayList<TcpFrame>();
        wire.ask(asked.encode(), chunk -> {
            reader.feed(chunk, reply -> {
                // A late one answers a question that was given up.
                if (reply.transaction() == asked.transaction()) {
                    replies.add(reply);
                }
            });
            return !replies.isEmpty();
        });
        if (replies.get(0).replyTo(asked) instanceof Pdu.Values values) {
            return block.values(values);
        }
        throw new IOException("unit " + unit + " refuses registers from " + block.read());
    }
}
