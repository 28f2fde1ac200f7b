package org.yiti.telemetry.pictures;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.position.Location;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.telemetry.TelemetryRefusal;
import org.yiti.telemetry.facts.Fittings;

/**
 * What the cameras of a vehicle took. A picture tells where a vehicle was, and who was in it: it is seen by whoever may see
 * its track, and each look is kept.
 */
@UseCase
class ReadPictures {

    /**
     * @param at when it was taken; when it came, where the terminal does not say
     * @param latitude WGS-84; null where the terminal did not know or say
     * @param event why it was taken: 0 as it was told to, 1 by the clock, 2 robbery, 3 collision, and so on (JT/T 808 8.51)
     * @param shown it is a picture that a browser shows; anything else is to be saved
     */
    record Taken(
            long id,
            Instant at,
            @Nullable Double latitude,
            @Nullable Double longitude,
            int channel,
            int event,
            int bytes,
            boolean shown) {}

    record Content(byte[] bytes, boolean shown) {}

    private record Subject(int number, UUID institution) {}

    /** Of 2011 each part is a message. */
    private static final int MOST_MESSAGES = 2000;

    private static final int MOST = 60;
    private static final int JPEG = 0;
    private static final byte[] JPEG_BEGINS = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    private final JdbcClient database;
    private final Scope scope;
    private final Audit audit;
    private final Fittings fittings;
    private final Clock clock;

    ReadPictures(JdbcClient database, Scope scope, Audit audit, Fittings fittings, Clock clock) {
        this.fittings = fittings;
        this.clock = clock;
        this.database = database;
        this.scope = scope;
        this.audit = audit;
    }

    /** The newest first. */
    public List<Taken> list(UUID terminal) {
        var subject = subject(terminal);
        var taken = whole(terminal, subject).stream()
                .limit(MOST)
                .map(ReadPictures::taken)
                .toList();
        audit.record(Act.of("picture.listed", "telemetry.terminal", terminal)
                .in(subject.institution)
                .with("pictures", taken.size()));
        return taken;
    }

    public Content read(UUID terminal, long picture) {
        var subject = subject(terminal);
        var parts = whole(terminal, subject).stream()
                .filter(one -> one.get(0).id() == picture)
                .findFirst()
                .orElseThrow(() -> new Refused(TelemetryRefusal.PICTURE_NOT_FOUND));
        audit.record(Act.of("picture.read", "telemetry.terminal", terminal)
                .in(subject.institution)
                .with("picture", picture));
        var content = new ByteArrayOutputStream();
        for (var part : parts) {
            content.writeBytes(database.sql(
                            "select substring(body from :from) from telemetry.message where id = :id and terminal = :terminal")
                    .param("from", part.skipped() + 1)
                    .param("id", part.id())
                    .param("terminal", subject.number)
                    .query(byte[].class)
                    .single());
        }
        return new Content(content.toByteArray(), isShown(parts.get(0)));
    }

    private Subject subject(UUID terminal) {
        var subject = database.sql(
                        "select number, institution_id as institution from telemetry.terminal where id = :id")
                .param("id", terminal)
                .query(Subject.class)
                .optional()
                .filter(one -> scope.contains(one.institution))
                .orElseThrow(() -> new Refused(TelemetryRefusal.TERMINAL_NOT_FOUND));
        scope.require(Permission.TRACK, subject.institution);
        return subject;
    }

    /** Those of days on which the vehicle belonged where whoever looks may see tracks. */
    private List<List<PictureParts.Part>> whole(UUID terminal, Subject subject) {
        var known = new HashMap<LocalDate, Boolean>();
        return kept(subject).stream()
                .filter(parts -> known.computeIfAbsent(
                        LocalDate.ofInstant(parts.get(0).received(), clock.getZone()),
                        day -> fittings.on(day, terminal)
                                .filter(one -> scope.contains(Permission.TRACK, one.institutionId()))
                                .isPresent()))
                .toList();
    }

    private List<List<PictureParts.Part>> kept(Subject subject) {
        return PictureParts.whole(database
                .sql("""
                        select id, edition, received_at, length(body) as size, substring(body from 1 for :head) as head
                          from telemetry.message
                         where terminal = :terminal and kind = 2049
                         order by received_at desc, id desc limit :most
                        """)
                .param("head", PictureParts.HEAD_BYTES)
                .param("terminal", subject.number)
                .param("most", MOST_MESSAGES)
                .query((row, n) -> PictureParts.part(row))
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList());
    }

    private static Taken taken(List<PictureParts.Part> parts) {
        var first = parts.get(0);
        var location = first.head().location();
        var placed = Optional.ofNullable(location).filter(it -> it.status().isFixed());
        return new Taken(
                first.id(),
                Optional.ofNullable(location)
                        .map(Location::time)
                        .flatMap(BcdTime::instant)
                        .orElse(first.received()),
                placed.map(Location::latitudeDegrees).orElse(null),
                placed.map(Location::longitudeDegrees).orElse(null),
                first.head().event().channel(),
                first.head().event().event(),
                parts.stream().mapToInt(PictureParts.Part::bytes).sum(),
                isShown(first));
    }

    /** What it says it is, and is. */
    private static boolean isShown(PictureParts.Part first) {
        var event = first.head().event();
        var begins = first.head().data().toArray();
        return event.type() == 0
                && event.format() == JPEG
                && begins.length >= JPEG_BEGINS.length
                && Arrays.equals(begins, 0, JPEG_BEGINS.length, JPEG_BEGINS, 0, JPEG_BEGINS.length);
    }
}
