package org.yiti.meters.modbus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yiti.meters.MeterRefusal.CHECKSUM_WRONG;

import org.junit.jupiter.api.Test;
import org.yiti.meters.Octets;
import org.yiti.meters.ReferenceData;
import org.yiti.meters.Refuses;
import tools.jackson.databind.JsonNode;

class ModbusReferenceTest {

    @Test
    void everyFrameOfTheReferenceIsReadAndWrittenAsItCame() {
        var frames = ReferenceData.json("meter_frames/modbus/frames.json");
        assertThat(frames.size()).isPositive();
        for (var entry : frames) {
            var pdu = switch (entry.get("mode").asString()) {
                case "tcp" -> tcp(entry);
                case "rtu" -> rtu(entry);
                default -> ascii(entry);
            };
            assertThat(pdu.length() == 0 || pdu.at(0) == entry.get("function").asInt())
                    .isTrue();
        }
    }

    private static Octets tcp(JsonNode entry) {
        var bytes = Octets.hex(entry.get("hex").asString()).bytes();
        var frame = TcpFrame.decode(bytes);
        assertThat(frame.encode()).isEqualTo(bytes);
        assertThat(frame.transaction()).isEqualTo(entry.get("transaction").asInt());
        assertThat(frame.unit()).isEqualTo(entry.get("unit").asInt());
        return frame.pdu();
    }

    private static Octets rtu(JsonNode entry) {
        var bytes = Octets.hex(entry.get("hex").asString()).bytes();
        var frame = SerialFrame.decodeRtu(bytes);
        assertThat(frame.encodeRtu()).isEqualTo(bytes);
        assertThat(frame.unit()).isEqualTo(entry.get("unit").asInt());
        return frame.pdu();
    }

    private static Octets ascii(JsonNode entry) {
        var text = entry.get("text").asString();
        if (!entry.get("lrcOk").asBoolean()) {
            Refuses.with(CHECKSUM_WRONG, () -> SerialFrame.decodeAscii(text));
            return Octets.NONE;
        }
        var frame = SerialFrame.decodeAscii(text);
        assertThat(frame.encodeAscii()).isEqualTo(text);
        assertThat(frame.unit()).isEqualTo(entry.get("unit").asInt());
        return frame.pdu();
    }
}
