package org.yiti.jt808;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Explanation.Basis;
import org.yiti.jt808.frame.Frames;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Context;
import org.yiti.jt808.layout.Explained;
import org.yiti.jt808.layout.Explaining;
import org.yiti.jt808.layout.Filling;
import org.yiti.jt808.layout.Output;
import org.yiti.jt808.layout.Reading;
import org.yiti.jt808.layout.Writing;

/**
 * Frames to messages and back, in one dialect. Holds no state: the edition a session speaks is the caller's to keep.
 *
 * <p>What decodes encodes to the same bytes. {@link Refused} is all that is ever thrown.
 */
public final class Jt808 {

    public static final Jt808 STANDARD = new Jt808(Dialect.STANDARD);

    /** The most a body may hold in one frame: ten bits of length. */
    public static final int MOST_IN_FRAME = 1023;

    private static final int MOST_PACKAGES = 0xffff;

    private final Dialect dialect;
    /** The edition bodies are of, whatever a frame says of itself. */
    private final @Nullable Version always;

    public Jt808(Dialect dialect) {
        this(dialect, null);
    }

    private Jt808(Dialect dialect, @Nullable Version always) {
        this.dialect = dialect;
        this.always = always;
    }

    /** The same, but every body is read by that edition, whatever its frame says of itself. */
    public Jt808 in(Version edition) {
        return new Jt808(dialect, edition);
    }

    public Dialect dialect() {
        return dialect;
    }

    /** A header and its body, from the content of a frame. */
    public Packet packet(Bytes content) {
        var reading = Reading.<Header>of(content, Context.of(Version.V2019));
        var header = reading.run(Header.layout(dialect));
        var body = reading.left();
        if (body.length() != header.bodyLength() && !dialect.tolerates(Tolerance.LENGTH_WRONG)) {
            var facts = Map.of("declared", header.bodyLength(), "has", body.length());
            throw new Refused(Refusal.LENGTH_DIFFERS, 2, facts);
        }
        if (header.isInPackages() && (header.number() == 0 || header.number() > header.total())) {
            var facts = Map.of("number", header.number(), "total", header.total());
            throw new Refused(Refusal.PACKAGE_NUMBER_OUTSIDE, reading.position() - 2, facts);
        }
        return new Packet(header, body);
    }

    /** The edition a packet is of, given what the session has spoken so far. */
    public static Version version(Packet packet, @Nullable Version session) {
        return Edition.found(packet, session).version();
    }

    private Edition edition(Packet packet, @Nullable Version session) {
        return always == null ? Edition.found(packet, session) : Edition.asked(always);
    }

    /** One frame of a stream, as a message. */
    public Message<?> decode(Bytes content, @Nullable Version session) {
        return decode(packet(content), session);
    }

    /** A message of one frame, or of several that were put together. */
    public Message<?> decode(Packet packet, @Nullable Version session) {
        var version = edition(packet, session).version();
        var header = packet.header();
        var known = dialect.kind(header.id());
        if (header.encryption() != 0 || header.isInPackages()) {
            return read(packet, version, closed(known, header));
        }
        try {
            return read(packet, version, known);
        } catch (Refused unfit) {
            if (dialect.tolerates(Tolerance.BODY_UNFIT)) {
                return read(packet, version, Opaque.unfit(known));
            }
            throw unfit;
        }
    }

    private static Kind<Opaque> closed(Kind<?> kind, Header header) {
        return header.encryption() != 0 ? Opaque.encrypted(kind) : Opaque.part(kind);
    }

    private <T> Message<T> read(Packet packet, Version version, Kind<T> kind) {
        var reading = Reading.<T>of(packet.body(), packet.header().size(dialect), context(version));
        var body = reading.run(kind.layout());
        return new Message<>(packet.header(), kind, version, body, reading.left());
    }

    /** A new message of values by their keys, as {@link Explanation} names them; what they call "rest" follows it. */
    public List<byte[]> encode(int id, Map<String, ?> values, Version version, String phone, int firstSerial) {
        var out = new Output();
        fill(dialect.kind(id), values, version, out);
        if (values.get("rest") instanceof String rest) {
            out.put(Bytes.ofHex(rest));
        }
        return encode(id, Bytes.of(out.toArray()), version, phone, firstSerial);
    }

    private <T> void fill(Kind<T> kind, Map<String, ?> values, Version version, Output out) {
        var body = new Filling<T>(values, context(version)).run(kind.layout());
        new Writing<>(body, out, context(version)).run(kind.layout());
    }

    /** One frame field by field, as far as it can be read. */
    public Explanation explain(Bytes content, @Nullable Version session) {
        var header = Explaining.<Header>of(content, 0, Context.of(Version.V2019));
        try {
            header.run(Header.layout(dialect));
            return explain(packet(content), header.fields(), session);
        } catch (Refused problem) {
            header.explainRest();
            var known = always != null ? always : session != null ? session : Version.V2013;
            return new Explanation(null, known, Basis.ASSUMED, header.fields(), List.of(), problem, List.of());
        }
    }

    /** A message that was put together of packages; offsets are as if it had come in one frame. */
    public Explanation explain(Packet whole, @Nullable Version session) {
        return explain(whole, List.of(), session);
    }

    private Explanation explain(Packet packet, List<Explained> header, @Nullable Version session) {
        var edition = edition(packet, session);
        var version = edition.version();
        var known = dialect.kind(packet.header().id());
        var readable = packet.header().encryption() == 0 && !packet.header().isInPackages();
        var body = Explaining.of(packet.body(), packet.header().size(dialect), context(version));
        Refused problem = null;
        try {
            (readable ? known : closed(known, packet.header())).layout().pass(body.inner());
        } catch (Refused unfit) {
            problem = unfit;
        }
        body.explainRest();
        var deviations = deviations(packet, header.isEmpty());
        deviations.addAll(body.deviations());
        return new Explanation(
                known, version, edition.basis(), header, body.fields(), problem, List.copyOf(deviations));
    }

    private List<Refused> deviations(Packet packet, boolean isAssembled) {
        var deviations = new ArrayList<Refused>();
        var declared = packet.header().bodyLength();
        var has = packet.body().length();
        if (declared != has && !isAssembled) {
            deviations.add(new Refused(Refusal.LENGTH_DIFFERS, 2, Map.of("declared", declared, "has", has)));
        }
        var found = Edition.found(packet, always);
        if (always != null && found.version() != always && found.isCertain()) {
            var facts = Map.of("asked", always.year(), "found", found.version().year());
            deviations.add(new Refused(Refusal.EDITION_DIFFERS, 0, facts));
        }
        return deviations;
    }

    Context context(Version version) {
        return new Context(
                version,
                dialect.tolerates(Tolerance.COUNT_WRONG),
                dialect.tolerates(Tolerance.FIXED_TAIL),
                dialect.values());
    }

    /** What was read, as it came over the wire. */
    public byte[] encode(Message<?> message) {
        var body = body(message);
        var honest = !dialect.tolerates(Tolerance.LENGTH_WRONG);
        if (honest && body.length() > MOST_IN_FRAME) {
            throw new Refused(Refusal.BODY_TOO_LONG, 0, Map.of("has", body.length(), "most", MOST_IN_FRAME));
        }
        return encode(new Packet(message.header(), body));
    }

    /** A packet as it goes over the wire; its header says what it says. */
    public byte[] encode(Packet packet) {
        var out = new Output();
        new Writing<>(packet.header(), out, Context.of(Version.V2019)).run(Header.layout(dialect));
        out.put(packet.body());
        return Frames.wrap(out.toArray(), dialect.framing());
    }

    /** The body of a message as it came, what follows it included. */
    public Bytes body(Message<?> message) {
        return written(message);
    }

    private <T> Bytes written(Message<T> message) {
        var out = new Output();
        new Writing<>(message.body(), out, context(message.version()))
                .run(message.kind().layout());
        out.put(message.rest());
        return Bytes.of(out.toArray());
    }

    /**
     * A new message, in as many frames as it takes; their serials count up from the first.
     *
     * @param phone of the terminal, as its own header has it
     */
    public <T> List<byte[]> encode(Kind<T> kind, T body, Version version, String phone, int firstSerial) {
        var out = new Output();
        new Writing<>(body, out, context(version)).run(kind.layout());
        return encode(kind.id(), Bytes.of(out.toArray()), version, phone, firstSerial);
    }

    private List<byte[]> encode(int id, Bytes content, Version version, String phone, int firstSerial) {
        var packages = Math.max(1, (content.length() + MOST_IN_FRAME - 1) / MOST_IN_FRAME);
        if (packages > MOST_PACKAGES) {
            var most = MOST_PACKAGES * MOST_IN_FRAME;
            throw new Refused(Refusal.BODY_TOO_LONG, 0, Map.of("has", content.length(), "most", most));
        }
        var versioned = version == Version.V2019;
        var first = new Header(id, versioned ? Header.VERSIONED : 0, versioned ? 1 : 0, phone, firstSerial, 0, 0);
        var frames = new ArrayList<byte[]>(packages);
        for (var number = 1; number <= packages; number++) {
            var from = (number - 1) * MOST_IN_FRAME;
            var part = content.slice(from, Math.min(MOST_IN_FRAME, content.length() - from));
            frames.add(encode(new Packet(first.of(part.length(), number, packages), part)));
        }
        return frames;
    }
}
