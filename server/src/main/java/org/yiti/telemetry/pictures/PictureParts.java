package org.yiti.telemetry.pictures;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.yiti.jt808.Dialect;
import org.yiti.jt808.Header;
import org.yiti.jt808.Jt808;
import org.yiti.jt808.Packet;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.media.MediaData;

/** What cameras sent, put together: since 2013 a picture is one message; in 2011 each of its parts is one, and is kept so. */
final class PictureParts {

    /** The part of the body that tells what follows. */
    static final int HEAD_BYTES = 64;

    private static final Jt808 CODEC = new Jt808(Dialect.LENIENT);

    /** Numbers of pictures begin anew after a while; parts of one come together. */
    private static final Duration TOGETHER = Duration.ofMinutes(10);

    /**
     * One message.
     *
     * @param bytes of the picture in it
     * @param skipped bytes of the body in front of them
     */
    record Part(long id, Instant received, int bytes, int skipped, MediaData head) {

        private long number() {
            var part = head.part();
            return part == null ? 1 : part.number();
        }

        private long total() {
            var part = head.part();
            return part == null ? 1 : part.total();
        }
    }

    private PictureParts() {}

    /** Nothing where the message is no picture, sound or film that can be read. */
    static Optional<Part> part(ResultSet row) throws SQLException {
        var head = row.getBytes("head");
        var version = row.getString("edition").equals("2011") ? Version.V2011 : Version.V2013;
        var header = new Header(MediaData.KIND.id(), 0, 0, "", 0, 0, 0);
        var message = CODEC.decode(new Packet(header, Bytes.of(head)), version);
        if (!(message.body() instanceof MediaData media)) {
            return Optional.empty();
        }
        var skipped = head.length - media.data().length();
        return Optional.of(new Part(
                row.getLong("id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("size") - skipped,
                skipped,
                media));
    }

    /** Whole ones, the parts of each in their order. */
    static List<List<Part>> whole(List<Part> newestFirst) {
        var whole = new ArrayList<List<Part>>();
        Map<String, TreeMap<Long, Part>> begun = new LinkedHashMap<>();
        for (var part : newestFirst) {
            if (part.total() == 1) {
                whole.add(List.of(part));
                continue;
            }
            var key = part.head.event().id() + "/" + part.total();
            var parts = begun.get(key);
            if (parts == null || parts.containsKey(part.number()) || isOfAnother(parts, part)) {
                parts = new TreeMap<>();
                begun.put(key, parts);
            }
            parts.put(part.number(), part);
            if (parts.size() == part.total()) {
                whole.add(List.copyOf(parts.values()));
                begun.remove(key);
            }
        }
        return whole;
    }

    private static boolean isOfAnother(TreeMap<Long, Part> parts, Part older) {
        return parts.values().stream()
                .allMatch(one -> Duration.between(older.received, one.received).compareTo(TOGETHER) > 0);
    }
}
