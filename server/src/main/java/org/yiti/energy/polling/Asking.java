package org.yiti.energy.polling;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yiti.energy.source.Failing;
import org.yiti.kernel.Label;
import org.yiti.meters.MeterRefused;

/** How devices of one kind are asked. */
interface Asking {

    /** What came of a turn: each point has a value or a reason why it has none. */
    record Answers(Map<PointRow, BigDecimal> values, Map<PointRow, Label> failures) {

        Answers() {
            this(new HashMap<>(), new HashMap<>());
        }

        interface Attempt {
            void run() throws IOException;
        }

        /** One device that is silent or refuses, or a point that was mistyped, must not hide the others of its bus. */
        void attempt(List<PointRow> rows, Attempt attempt) {
            try {
                attempt.run();
            } catch (MeterRefused refused) {
                rows.forEach(row -> failures.put(row, Failing.of(refused)));
            } catch (IllegalArgumentException mistyped) {
                rows.forEach(row -> failures.put(
                        row,
                        new Label(
                                "采集点填写有误：" + mistyped.getMessage(),
                                "The point is not entered rightly: " + mistyped.getMessage())));
            } catch (IOException silent) {
                rows.forEach(row -> failures.put(row, NotRead.why(silent)));
            }
        }
    }

    Answers ask(Wire wire, List<PointRow> rows) throws InterruptedException;
}
