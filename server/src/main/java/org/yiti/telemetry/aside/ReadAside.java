package org.yiti.telemetry.aside;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;
import org.yiti.kernel.UseCase;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import org.yiti.safeguard.aside.Asides;
import org.yiti.telemetry.TelemetryRefusal;
import org.yiti.telemetry.track.Batch;
import org.yiti.telemetry.track.Position;
import org.yiti.telemetry.track.Receipt;
import tools.jackson.databind.json.JsonMapper;

/** What a message that was set aside says, to those who may see tracks there. That it was read is kept. */
@UseCase
class ReadAside {

    /**
     * As it was told, whether it can be or not.
     *
     * @param latitude degrees, WGS-84
     * @param speed km/h
     * @param odometer km
     * @param fuel 0.1 L, or 0.1 % where the highest of its 16 bits is set
     * @param extras hexadecimal
     */
    record Where(
            OffsetDateTime at,
            double latitude,
            double longitude,
            int altitude,
            double speed,
            int direction,
            String alarm,
            String status,
            @Nullable Double odometer,
            @Nullable Integer fuel,
            String extras) {}

    record Answered(
            UUID command,
            boolean done,
            @Nullable Integer result,
            @Nullable String answer) {}

    /** @param item as the list has it */
    record Whole(MessageAside item, List<Where> positions, List<Spoken.Message> messages, List<Answered> answers) {}

    private static final HexFormat HEX = HexFormat.of();
    private static final double MILLIONTHS = 1e6;

    private final JdbcClient database;
    private final Asides asides;
    private final Scope scope;
    private final Audit audit;
    private final JsonMapper json;

    ReadAside(JdbcClient database, Asides asides, Scope scope, Audit audit, JsonMapper json) {
        this.database = database;
        this.asides = asides;
        this.scope = scope;
        this.audit = audit;
        this.json = json;
    }

    public Whole read(long id, Locale locale) {
        var item = asides.find(MessageAside.SHELF, id).orElseThrow(() -> new Refused(TelemetryRefusal.ASIDE_NOT_FOUND));
        scope.require(Permission.TRACK, item.institutionId());
        audit.record(
                Act.of("aside.read", "telemetry.set_aside", String.valueOf(id)).in(item.institutionId()));
        var content = database.sql("select content from telemetry.set_aside where id = :id")
                .param("id", id)
                .query(String.class)
                .single();
        var batch = json.readValue(content, Batch.class);
        var messages = new ArrayList<Spoken.Message>();
        batch.sayings().forEach(saying -> messages.add(Spoken.of(saying, locale)));
        return new Whole(
                item,
                batch.positions().stream().map(ReadAside::where).toList(),
                messages,
                batch.receipts().stream().map(ReadAside::answered).toList());
    }

    private static Where where(Position p) {
        var odometer = p.odometer();
        return new Where(
                Instant.ofEpochSecond(p.second()).atOffset(ZoneOffset.UTC),
                p.lat() / MILLIONTHS,
                p.lon() / MILLIONTHS,
                p.altitude(),
                p.speed() / 10.0,
                p.direction(),
                "%08X".formatted(p.alarm()),
                "%08X".formatted(p.status()),
                odometer == null ? null : odometer / 10.0,
                p.fuel(),
                HEX.formatHex(p.extras()));
    }

    private static Answered answered(Receipt receipt) {
        return new Answered(receipt.command(), receipt.done(), receipt.result(), receipt.answer());
    }
}
