package org.yiti.energy.polling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.yiti.kernel.Label;
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
        var units = new TreeMap<Integer, Map<Point, PointRow>>();
        var answers = new Answers();
        for (var row : rows) {
            answers.attempt(
                    List.of(row),
                    () -> units.computeIfAbsent(Integer.valueOf(row.address().strip()), unit -> new LinkedHashMap<>())
                            .put(row.modbus(row.id().toString()), row));
        }
        units.forEach((unit, its) -> ask(wire, unit, its, answers));
        return answers;
    }

    private void ask(Wire wire, int unit, Map<Point, PointRow> rows, Answers answers) {
        for (var block : ReadPlan.of(List.copyOf(rows.keySet())).blocks()) {
            var its = block.points().stream().map(rows::get).toList();
            answers.attempt(
                    its,
                    () -> read(wire, unit, block).forEach(value -> {
                        var row = Objects.requireNonNull(rows.get(value.point()));
                        var number = value.number();
                        if (number == null) {
                            answers.failures()
                                    .put(
                                            row,
                                            new Label(
                                                    "从站 " + unit + " 报告没有值",
                                                    "unit " + unit + " says that it has no value"));
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
        throw new NotRead(
                "从站 " + unit + " 拒绝读取寄存器 " + block.read(), "unit " + unit + " refuses registers from " + block.read());
    }
}
