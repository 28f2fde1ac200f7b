package org.yiti.jt808.command;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;
import org.yiti.jt808.Version;
import org.yiti.jt808.frame.Assembled;
import org.yiti.jt808.frame.Assembler;
import org.yiti.jt808.frame.FrameReader;
import org.yiti.jt808.frame.Frames;
import org.yiti.jt808.frame.Received;
import org.yiti.jt808.layout.Bytes;

/** Explains what is in lines of hexadecimal text: frames, what is no frame, and messages that came in packages. */
final class Decoding {

    private static final int MOST = 1 << 20;

    private final Dialect dialect;
    private final Jt808 jt808;
    private final Assembler assembler;
    private List<Map<String, Object>> told = List.of();
    private final @Nullable Version session;
    private boolean failed;

    Decoding(Dialect dialect, @Nullable Version version) {
        this.dialect = dialect;
        this.jt808 = new Jt808(dialect);
        this.assembler = new Assembler(dialect);
        this.session = version;
    }

    /** Whether anything was refused in the line that was read last. */
    boolean hasFailed() {
        return failed;
    }

    /** What there is to say of one line: a frame, or several. */
    List<Map<String, Object>> read(String line) {
        told = new ArrayList<>();
        failed = false;
        explain(line);
        return told;
    }

    private void explain(String line) {
        var hex = line.replaceAll("[\\s:,-]|0[xX]", "");
        if (hex.isEmpty()) {
            return;
        }
        try {
            var wire = HexFormat.of().parseHex(hex);
            var reader = new FrameReader(dialect, MOST);
            var received = reader.read(wire);
            received.forEach(this::explain);
            if (reader.pending() > 0 || received.isEmpty()) {
                refuse(new Refused(Refusal.FRAME_UNFINISHED, reader.pending(), Map.of()), Bytes.of(wire));
            }
        } catch (IllegalArgumentException malformed) {
            refuse(new Refused(Refusal.HEX_MALFORMED, 0, Map.of()), Bytes.NONE);
        }
    }

    private void explain(Received received) {
        if (received instanceof Received.Frame frame) {
            explain(frame.content());
        } else if (received instanceof Received.Discarded discarded) {
            refuse(discarded.refused(), discarded.sample());
        } else if (received instanceof Received.Sentence sentence) {
            var shown = new LinkedHashMap<String, Object>();
            shown.put("ok", true);
            shown.put("sentence", sentence.text());
            told.add(shown);
        }
    }

    private void explain(Bytes content) {
        var explanation = jt808.explain(content, session);
        var shown = Shown.explanation(explanation, dialect);
        shown.put("checksum", String.format("%02x", Frames.checksum(content)));
        if (explanation.problem() != null) {
            failed = true;
        }
        told.add(shown);
        if (explanation.kind() != null) {
            assemble(content);
        }
    }

    private void assemble(Bytes content) {
        var packet = jt808.packet(content);
        if (!packet.header().isInPackages()) {
            return;
        }
        for (var assembled : assembler.offer(packet, 0)) {
            if (assembled instanceof Assembled.Whole whole) {
                var explanation = jt808.explain(whole.packet(), session);
                failed |= explanation.problem() != null;
                var shown = new LinkedHashMap<String, Object>();
                shown.put("assembled", packet.header().total());
                shown.putAll(Shown.explanation(explanation, dialect));
                told.add(shown);
            } else if (assembled instanceof Assembled.GivenUp given) {
                refuse(new Refused(given.why(), 0, given.facts()), content);
            }
        }
    }

    private void refuse(Refused refused, Bytes raw) {
        failed = true;
        told.add(Shown.refusal(refused, raw));
    }
}
