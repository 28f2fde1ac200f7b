package org.yiti.meters.json;

import static org.yiti.meters.MeterRefusal.BATCH_TOO_LARGE;
import static org.yiti.meters.MeterRefusal.JSON_MALFORMED;
import static org.yiti.meters.MeterRefusal.VERSION_UNKNOWN;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yiti.meters.MeterRefused;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/** Reads a batch token by token; nothing of it leaves before the last byte is read and right. */
final class BatchReader {

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(8)
                    .maxStringLength(256)
                    .maxNumberLength(40)
                    .maxNameLength(64)
                    .maxDocumentLength(ReadingBatch.MOST_BYTES)
                    .build())
            .build();

    private final byte[] json;
    private @Nullable Long version;
    private @Nullable String id;
    private @Nullable String gateway;
    private @Nullable Moment sent;
    private @Nullable String zone;
    private @Nullable List<Draft> readings;

    BatchReader(byte[] json) {
        this.json = json;
    }

    ReadingBatch read() {
        if (json.length > ReadingBatch.MOST_BYTES) {
            throw new MeterRefused(BATCH_TOO_LARGE, Map.of("most", ReadingBatch.MOST_BYTES + " B"));
        }
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            var cursor = new Cursor(parser);
            var start = cursor.next(JsonToken.START_OBJECT, "batch");
            cursor.fields(this::field);
            cursor.end();
            return batch(start);
        } catch (JacksonException malformed) {
            var at = malformed.getLocation();
            throw new MeterRefused(
                    JSON_MALFORMED,
                    Map.of(
                            "line", at == null ? 1 : Math.max(1, at.getLineNr()),
                            "column", at == null ? 1 : Math.max(1, at.getColumnNr())));
        }
    }

    private void field(Cursor cursor, String name) {
        switch (name) {
            case "version" -> version = version(cursor);
            case "batch" -> id = cursor.text(name);
            case "gateway" -> gateway = new ReadingTopic(cursor.text(name)).gateway();
            case "sent" -> sent = cursor.moment(name);
            case "zone" -> zone = zone(cursor);
            case "readings" -> readings = readings(cursor);
            default -> cursor.passOver(name);
        }
    }

    private static long version(Cursor cursor) {
        var version = cursor.whole("version");
        if (version != ReadingBatch.VERSION) {
            throw new MeterRefused(
                    VERSION_UNKNOWN, Map.of("version", version, "line", cursor.line(), "column", cursor.column()));
        }
        return version;
    }

    private static String zone(Cursor cursor) {
        var zone = cursor.text("zone");
        Moment.offset(zone).orElseThrow(() -> cursor.unfit("zone", "+08:00"));
        return zone;
    }

    private static List<Draft> readings(Cursor cursor) {
        cursor.require(JsonToken.START_ARRAY, "readings");
        var readings = new ArrayList<Draft>();
        while (cursor.nextInArray()) {
            if (readings.size() == ReadingBatch.MOST_READINGS) {
                throw new MeterRefused(BATCH_TOO_LARGE, Map.of("most", ReadingBatch.MOST_READINGS));
            }
            readings.add(Draft.read(cursor));
        }
        return readings;
    }

    private ReadingBatch batch(Place start) {
        if (version == null) {
            throw start.unfit("version", "1");
        }
        if (id == null) {
            throw start.unfit("batch", "…");
        }
        if (readings == null || readings.isEmpty()) {
            throw start.unfit("readings", "[…]");
        }
        var offset = zone == null ? null : ZoneOffset.of(zone);
        var lines = readings.stream().map(draft -> draft.reading(offset)).toList();
        return new ReadingBatch(id, gateway, sent == null ? null : sent.at(offset), lines);
    }
}
