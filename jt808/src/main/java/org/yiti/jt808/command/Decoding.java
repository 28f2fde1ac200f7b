package org.yiti.jt808.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Dialects;
import org.yiti.jt808.Framing;
import org.yiti.jt808.Refusal;
import org.yiti.jt808.Refused;
import org.yiti.jt808.Tolerance;
import org.yiti.jt808.Version;
import org.yiti.jt808.frame.Assembled;
import org.yiti.jt808.frame.Assembler;
import org.yiti.jt808.frame.FrameReader;
import org.yiti.jt808.frame.Received;
import org.yiti.jt808.layout.Bytes;

/** Explains what is in lines of hexadecimal text: frames, what is no frame, and messages that came in packages. */
final class Decoding {

    private static final int MOST = 1 << 20;

    private final List<Dialect> dialects;
    private final @Nullable Version asked;
    private final Map<Dialect, Assembler> assemblers = new HashMap<>();
    private List<Map<String, Object>> told = List.of();
    private String wire = "";
    private boolean failed;

    Decoding(List<Dialect> dialects, @Nullable Version asked) {
        this.dialects = dialects;
        this.asked = asked;
    }

    /** Whether anything was refused in the line that was read last. */
    boolean hasFailed() {
        return failed;
    }

    /** What there is to say of one line: a frame, or several. */
    List<Map<String, Object>> read(String line) {
        told = new ArrayList<>();
        failed = false;
        var hex = line.replaceAll("[\\s:,-]|0[xX]", "");
        if (!hex.isEmpty()) {
            try {
                explain(HexFormat.of().parseHex(hex));
            } catch (IllegalArgumentException malformed) {
                refuse(new Refused(Refusal.HEX_MALFORMED, 0, Map.of()), Bytes.NONE);
            }
        }
        return told;
    }

    /** In the first framing that gives a frame; where none does, the first says why not. */
    private void explain(byte[] bytes) {
        wire = HexFormat.of().formatHex(bytes);
        var framings = dialects.stream().map(Dialect::framing).distinct().toList();
        for (var framing : framings) {
            if (framings.size() == 1 || hasFrame(bytes, framing)) {
                explain(bytes, framing);
                return;
            }
        }
        explain(bytes, framings.get(0));
    }

    private static boolean hasFrame(byte[] bytes, Framing framing) {
        return new FrameReader(Dialects.CAPTURE.with(framing, 6), MOST)
                .read(bytes).stream().anyMatch(one -> !(one instanceof Received.Discarded));
    }

    /** The same bytes twice, so that a frame with a wrong checksum is refused and explained all the same. */
    private void explain(byte[] bytes, Framing framing) {
        var spoken = dialects.stream().filter(one -> one.framing() == framing).toList();
        var reader = new FrameReader(spoken.get(0), MOST);
        var strict = reader.read(bytes);
        var loose = new FrameReader(spoken.get(0).with(Tolerance.CHECKSUM_WRONG), MOST).read(bytes);
        for (var i = 0; i < strict.size(); i++) {
            explain(strict.get(i), loose.get(i), spoken);
        }
        if (reader.pending() > 0 || strict.isEmpty()) {
            refuse(new Refused(Refusal.FRAME_UNFINISHED, reader.pending(), Map.of()), Bytes.of(bytes));
        }
    }

    private void explain(Received received, Received anyway, List<Dialect> spoken) {
        if (received instanceof Received.Frame frame) {
            var choice = Choice.of(frame.content(), spoken, asked);
            tell(choice, frame.content());
            if (choice.explanation().kind() != null) {
                assemble(choice, frame.content(), spoken);
            }
        } else if (received instanceof Received.Discarded discarded && anyway instanceof Received.Frame frame) {
            tell(Choice.of(frame.content(), spoken, asked).but(discarded.refused()), frame.content());
        } else if (received instanceof Received.Discarded discarded) {
            refuse(discarded.refused(), discarded.sample());
        } else if (received instanceof Received.Sentence sentence) {
            var shown = new LinkedHashMap<String, Object>();
            shown.put("ok", true);
            shown.put("sentence", sentence.text());
            told.add(shown);
        }
    }

    private void tell(Choice choice, Bytes content) {
        failed |= choice.refused() != null;
        told.add(Shown.frame(choice, content, wire));
    }

    private void assemble(Choice choice, Bytes content, List<Dialect> spoken) {
        var packet = choice.jt808().packet(content);
        if (!packet.header().isInPackages()) {
            return;
        }
        var assembler = assemblers.computeIfAbsent(choice.jt808().dialect(), Assembler::new);
        for (var assembled : assembler.offer(packet, 0)) {
            if (assembled instanceof Assembled.Whole whole) {
                var best = Choice.of(whole.packet(), spoken, asked);
                failed |= best.refused() != null;
                told.add(Shown.assembled(best, packet.header().total()));
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
