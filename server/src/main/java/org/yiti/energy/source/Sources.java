package org.yiti.energy.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Label;

/** Sources that are enabled: whose meters each may speak of, and how it is doing. */
@Component
public class Sources {

    public record Source(
            UUID id,
            UUID institution,
            String name,
            String protocol,
            @Nullable String host,
            @Nullable Integer port,
            int periodMinutes) {}

    /** @param institutions whose meters it may speak of */
    public record Speaker(List<UUID> sources, Set<UUID> institutions) {}

    /** What a delivery is called by begins with how it came, and that tells of which protocols its source may be. */
    private static final Map<String, List<String>> WAYS = Map.of(
            "mqtt", List.of("MQTT"),
            "collector", List.of("MOHURD"),
            "poll", List.of("MODBUS_TCP", "DLT645_TCP"));

    private final JdbcClient database;

    Sources(JdbcClient database) {
        this.database = database;
    }

    /** Institutions may each have entered a source of this name: then it may speak for all of them. */
    public Optional<Speaker> speaker(String name, String protocol) {
        return speaker(name, List.of(protocol));
    }

    /** @param delivery as it stands in the batch: {@code mqtt/gw-01} */
    public Optional<Speaker> broughtBy(String delivery) {
        var way = delivery.substring(0, Math.max(0, delivery.indexOf('/')));
        return speaker(delivery.substring(way.length() + 1), WAYS.getOrDefault(way, List.of()));
    }

    private Optional<Speaker> speaker(String name, List<String> protocols) {
        var sources = database.sql(
                        "select id from energy.source where name = :name and protocol = any (:protocols) and enabled order by id")
                .param("name", name)
                .param("protocols", protocols.toArray(String[]::new))
                .query(UUID.class)
                .list();
        if (sources.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Speaker(
                sources,
                new HashSet<>(database.sql("""
                                select distinct b.member from energy.source s join organization.below b on b.root = s.institution_id
                                 where s.id = any (:ids)
                                """)
                        .param("ids", sources.toArray(UUID[]::new))
                        .query(UUID.class)
                        .list())));
    }

    /** Whose each is, switched off or not, by what its deliveries begin with and its name: {@code mqtt/gw-01}; of several the first. */
    public Map<String, UUID> owners() {
        var owners = new LinkedHashMap<String, UUID>();
        database.sql("select name, protocol, institution_id from energy.source order by enabled desc, id")
                .query(row -> {
                    var protocol = row.getString("protocol");
                    var name = row.getString("name");
                    var institution = row.getObject("institution_id", UUID.class);
                    WAYS.forEach((way, protocols) -> {
                        if (protocols.contains(protocol)) {
                            owners.putIfAbsent(way + "/" + name, institution);
                        }
                    });
                });
        return owners;
    }

    /** Whose the source of a delivery is, as of {@link #owners()}. */
    public Optional<UUID> ownerOf(String delivery) {
        var way = delivery.substring(0, Math.max(0, delivery.indexOf('/')));
        return database.sql(
                        "select institution_id from energy.source where name = :name and protocol = any (:protocols) order by enabled desc, id limit 1")
                .param("name", delivery.substring(way.length() + 1))
                .param("protocols", WAYS.getOrDefault(way, List.of()).toArray(String[]::new))
                .query(UUID.class)
                .optional();
    }

    /** Of those to be asked whose time has come, one that no other server asks; it is ours until its next turn. */
    public Optional<Source> take(Set<String> protocols) {
        return database.sql("""
                        with due as (
                            select s.id from energy.source s left join energy.source_state t on t.source_id = s.id
                             where s.enabled and s.protocol = any (:protocols) and s.host is not null and s.port is not null
                               and (t.taken_until is null or t.taken_until <= now())
                             order by t.taken_until nulls first limit 1
                        ), taken as (
                            insert into energy.source_state as t (source_id, taken_until)
                            select s.id, now() + make_interval(mins => s.period_minutes) from energy.source s join due on due.id = s.id
                            on conflict (source_id) do update set taken_until = excluded.taken_until
                             where t.taken_until is null or t.taken_until <= now()
                            returning source_id
                        )
                        select s.* from energy.source s join taken on taken.source_id = s.id
                        """)
                .param("protocols", protocols.toArray(String[]::new))
                .query((row, n) -> source(row))
                .optional();
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(
                row.getObject("id", UUID.class),
                row.getObject("institution_id", UUID.class),
                row.getString("name"),
                row.getString("protocol"),
                row.getString("host"),
                row.getObject("port", Integer.class),
                row.getInt("period_minutes"));
    }

    public void heard(List<UUID> sources) {
        note(sources, null);
    }

    /** @param failure null where all went well */
    public void note(List<UUID> sources, @Nullable Label failure) {
        database.sql("""
                        insert into energy.source_state as t (source_id, heard_at, failed_at, failure, failures)
                        select id, case when :failed then null else now() end, case when :failed then now() end, :failure, case when :failed then 1 else 0 end
                          from energy.source where id = any (:ids) order by id
                        on conflict (source_id) do update
                           set heard_at = coalesce(excluded.heard_at, t.heard_at), failed_at = coalesce(excluded.failed_at, t.failed_at),
                               failure = excluded.failure, failures = case when :failed then t.failures + 1 else 0 end,
                               taken_until = case when :failed and t.taken_until is not null
                                                  then greatest(t.taken_until, now() + least(interval '1 hour', interval '1 minute' * power(2, least(t.failures, 6)))) else t.taken_until end
                        """)
                .param("failed", failure != null)
                .param("failure", Failing.kept(failure))
                .param("ids", sources.toArray(UUID[]::new))
                .update();
    }
}
