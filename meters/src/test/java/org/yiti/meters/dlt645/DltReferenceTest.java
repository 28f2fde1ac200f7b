package org.yiti.meters.dlt645;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.yiti.meters.Octets;
import org.yiti.meters.ReferenceData;

class DltReferenceTest {

    @Test
    void everyFrameOfTheReferenceIsReadAsItSaysAndWrittenAsItCame() {
        var frames = ReferenceData.json("meter_frames/dlt645/frames.json");
        assertThat(frames.size()).isPositive();
        for (var entry : frames) {
            var bytes = Octets.hex(entry.get("hex").asString());
            var frame = Frame.decode(bytes.bytes());
            var expected = entry.get("expected");

            assertThat(frame.encode()).isEqualTo(bytes.bytes());
            assertThat(frame.isReply())
                    .isEqualTo(entry.get("direction").asString().equals("response"));
            if (expected.has("control")) {
                assertThat(frame.control())
                        .isEqualTo(Integer.parseInt(expected.get("control").asString(), 16));
            }
            if (expected.has("address")) {
                assertThat(frame.address().digits())
                        .isEqualTo(expected.get("address").asString());
            }
            if (expected.has("di") && frame.isReply()) {
                var question = Question.read(
                        MeterAddress.ANY, DataId.of(expected.get("di").asString()));
                var value = ((Answer.Data) Answer.to(question, frame)).values().get(0);
                if (expected.has("value")) {
                    assertThat(value.number())
                            .isEqualByComparingTo(
                                    new BigDecimal(expected.get("value").asString()));
                    assertThat(value.item().unit())
                            .isEqualTo(expected.get("unit").asString());
                } else {
                    assertThat(value.text()).isEqualTo(expected.get("valueBcd").asString());
                }
            } else if (frame.isReply()) {
                var answer = (Answer.Address) Answer.to(Question.whoIsThere(), frame);
                assertThat(answer.address()).isEqualTo(frame.address());
            }
        }
    }
}
