package org.yiti.energy.polling;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiti.meters.dlt645.Answer;
import org.yiti.meters.dlt645.DataId;
import org.yiti.meters.dlt645.Frame;
import org.yiti.meters.dlt645.MeterAddress;
import org.yiti.meters.dlt645.Question;

/** DL/T 645 through a serial server: one question at a time on a bus, with the pause that the standard asks for. */
final class AskDlt645 implements Asking {

    private static final long PAUSE_MILLIS = 30;

    @Override
    public Map<PointRow, BigDecimal> ask(Wire wire, List<PointRow> rows) throws IOException, InterruptedException {
        var values = new HashMap<PointRow, BigDecimal>();
        IOException last = null;
        for (var row : rows) {
            try {
                values.put(row, read(wire, row));
            } catch (IOException silent) {
                // One meter that is silent must not hide the others of its bus.
                last = silent;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        if (values.isEmpty() && last != null) {
            throw last;
        }
        return values;
    }

    private static BigDecimal read(Wire wire, PointRow row) throws IOException {
        var id = row.function() == null ? DataId.FORWARD_ACTIVE_ENERGY : DataId.of(row.function());
        var question = Question.read(MeterAddress.of(row.address()), id);
        var finder = Frame.finder();
        var replies = new ArrayList<Frame>();
        wire.ask(question.frame().encode(), chunk -> {
            finder.feed(chunk, frame -> {
                // A bus that echoes says the question back first.
                if (frame.isReply()) {
                    replies.add(frame);
                }
            });
            return !replies.isEmpty();
        });
        if (Answer.to(question, replies.get(0)) instanceof Answer.Data data) {
            for (var value : data.values()) {
                var number = value.number();
                if (number != null) {
                    return number;
                }
            }
        }
        throw new IOException("meter " + row.address() + " has no " + id.hex());
    }
}
