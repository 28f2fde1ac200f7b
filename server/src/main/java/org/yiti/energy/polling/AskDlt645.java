package org.yiti.energy.polling;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yiti.meters.MeterRefused;
import org.yiti.meters.dlt645.Answer;
import org.yiti.meters.dlt645.DataId;
import org.yiti.meters.dlt645.Following;
import org.yiti.meters.dlt645.Frame;
import org.yiti.meters.dlt645.MeterAddress;
import org.yiti.meters.dlt645.Question;

/** DL/T 645 through a serial server: one question at a time on a bus, with the pause that the standard asks for. */
final class AskDlt645 implements Asking {

    private static final long PAUSE_MILLIS = 30;

    @Override
    public Answers ask(Wire wire, List<PointRow> rows) throws InterruptedException {
        var answers = new Answers();
        for (var row : rows) {
            answers.attempt(List.of(row), () -> answers.values().put(row, read(wire, row)));
            Thread.sleep(PAUSE_MILLIS);
        }
        return answers;
    }

    private static BigDecimal read(Wire wire, PointRow row) throws IOException {
        var id = row.function() == null ? DataId.FORWARD_ACTIVE_ENERGY : DataId.of(row.function());
        var address = MeterAddress.of(row.address());
        if (ask(wire, Question.read(address, id)) instanceof Answer.Data data) {
            for (var value : whole(wire, address, data).values()) {
                var number = value.number();
                if (number != null) {
                    return number;
                }
            }
        }
        throw new NotRead(
                "表计 " + row.address() + " 没有数据项 " + id.hex(), "meter " + row.address() + " has no " + id.hex());
    }

    /** What a meter says in several frames is asked for frame by frame. */
    private static Answer.Data whole(Wire wire, MeterAddress address, Answer.Data first) throws IOException {
        var following = Following.of(first);
        while (!following.complete() && ask(wire, following.next(address)) instanceof Answer.Data next) {
            following = following.and(next);
        }
        return following.soFar();
    }

    /** A bus that echoes says the question back first, and one that was too slow answers the question before. */
    private static Answer ask(Wire wire, Question question) throws IOException {
        var finder = Frame.finder();
        var answers = new ArrayList<Answer>();
        wire.ask(question.frame().encode(), chunk -> {
            finder.feed(chunk, frame -> answered(question, frame).ifPresent(answers::add));
            return !answers.isEmpty();
        });
        return answers.get(0);
    }

    private static Optional<Answer> answered(Question question, Frame frame) {
        try {
            return frame.isReply() ? Optional.of(Answer.to(question, frame)) : Optional.empty();
        } catch (MeterRefused anotherQuestion) {
            return Optional.empty();
        }
    }
}
