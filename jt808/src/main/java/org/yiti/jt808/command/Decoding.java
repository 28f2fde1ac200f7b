package org.yiti.jt808.command;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
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
import org.yiti.jt808.frame.Frames;
import org.yiti.jt808.frame.Received;
import org.yiti.jt808.layout.Bytes;

/** Explains what is in lines of hexadecimal text: frames, what is no frame, and messages that came in packages. */
final class Decoding {

    private static final int MOST = 1 << 20;
    /** Of a line: no longer one is kept in memory. */
    static final int MOST_CHARACTERS = 8 * MOST;

    /** What people put around digits: spaces, colons, commas, dashes, 0x, \x. */
    private static final Pattern NO_DIGITS = Pattern.compile("[\\s:,;\"'\\[\\](){}-]|0[xX]|\\\\[xX]");

    private static final int SHORTEST = 12;
    private static final String MEDIA_STREAM = "30316364";

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
        var hex = NO_DIGITS.matcher(line).replaceAll("");
        if (line.length() > MOST_CHARACTERS) {
            refuse(new Refused(Refusal.LINE_TOO_LONG, 0, Map.of("most", MOST_CHARACTERS)), Bytes.NONE);
        } else if (!hex.isEmpty()) {
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
        if (wire.startsWith(MEDIA_STREAM)) {
            refuse(new Refused(Refusal.MEDIA_STREAM, 0, Map.of()), Bytes.of(bytes));
            return;
        }
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
            unfinished(reader.pending(), reader.read(new byte[] {(byte) framing.delimiter()}), bytes, spoken);
        }
    }

    /** A frame whose last delimiter is missing is none; but what it would be is worth knowing. */
    private void unfinished(int length, List<Received> ended, byte[] bytes, List<Dialect> spoken) {
        var refused = new Refused(Refusal.FRAME_UNFINISHED, length, Map.of());
        if (ended.size() == 1 && ended.get(0) instanceof Received.Frame frame) {
            tell(Choice.of(frame.content(), spoken, asked).but(refused), frame.content());
        } else {
            refuse(refused, Bytes.of(bytes));
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
            bare(discarded, spoken);
        } else if (received instanceof Received.Sentence sentence) {
            var shown = new LinkedHashMap<String, Object>();
            shown.put("ok", true);
            shown.put("sentence", sentence.text());
            told.add(shown);
        }
    }

    /** What lies outside of any frame, unless it is a whole one that somebody has taken the delimiters from. */
    private void bare(Received.Discarded discarded, List<Dialect> spoken) {
        var all = Bytes.ofHex(wire);
        var last = discarded.count() - 1;
        var isAll = discarded.why() == Refusal.NOISE && all.length() - discarded.count() <= 1 && last >= SHORTEST;
        if (isAll && Frames.checksum(all.slice(0, last)) == all.at(last)) {
            var content = all.slice(0, last);
            tell(Choice.of(content, spoken, asked).but(new Refused(Refusal.FRAME_UNFINISHED, last, Map.of())), content);
        } else {
            refuse(discarded.refused(), discarded.sample());
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
