package org.yiti.identity.grant;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Permission;
import org.yiti.identity.Purpose;
import org.yiti.identity.Rights;
import org.yiti.identity.Rights.Held;
import org.yiti.identity.Role;

/** What somebody may do at this moment. Asked once a request, so that what was revoked is gone with the next. */
@Component
public class GrantsInForce {

    /** Whose rights, and for what they are used: of those of one purpose, none helps out those of another. */
    public record Capacity(Purpose purpose, @Nullable String onBehalfOf) {}

    private record Row(
            String account,
            @Nullable Role role,
            @Nullable Permission permission,
            @Nullable UUID institutionId,
            Purpose purpose,
            @Nullable String onBehalfOf) {

        Held held() {
            return new Held(
                    role == null ? Set.of(Objects.requireNonNull(permission)) : role.permissions(), institutionId);
        }
    }

    /** One's own day-to-day work comes first, what others have delegated last. */
    private static final Comparator<Row> ORDER = Comparator.<Row, Boolean>comparing(row -> row.onBehalfOf() != null)
            .thenComparing(Row::purpose)
            .thenComparing(row -> Objects.toString(row.onBehalfOf(), ""));

    private final JdbcClient database;
    private final Clock clock;

    GrantsInForce(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Everything somebody may work as, what comes first first. */
    public List<Capacity> capacities(String account) {
        return List.copyOf(byCapacity(rows(account).stream()).keySet());
    }

    /** Those for one purpose; those that come first where none is said, or nothing was granted for it any more. */
    public Rights rights(String account, @Nullable Purpose purpose, @Nullable String onBehalfOf) {
        return chosen(byCapacity(rows(account).stream()), purpose, onBehalfOf);
    }

    /** Of everybody who has any, as they first act. */
    public Map<String, Rights> ofAll() {
        return rows(null).stream()
                .collect(Collectors.groupingBy(
                        Row::account,
                        Collectors.collectingAndThen(
                                Collectors.toList(), rows -> chosen(byCapacity(rows.stream()), null, null))));
    }

    private static Rights chosen(
            Map<Capacity, List<Held>> all, @Nullable Purpose purpose, @Nullable String onBehalfOf) {
        return Optional.ofNullable(purpose)
                .map(wanted -> new Capacity(wanted, onBehalfOf))
                .filter(all::containsKey)
                .or(() -> onBehalfOf == null ? all.keySet().stream().findFirst() : Optional.empty())
                .map(chosen ->
                        Rights.of(chosen.purpose(), chosen.onBehalfOf(), Objects.requireNonNull(all.get(chosen))))
                .orElse(Rights.NONE);
    }

    private static Map<Capacity, List<Held>> byCapacity(Stream<Row> rows) {
        var all = new LinkedHashMap<Capacity, List<Held>>();
        rows.sorted(ORDER)
                .forEach(row -> all.computeIfAbsent(
                                new Capacity(row.purpose(), row.onBehalfOf()), fresh -> new ArrayList<>())
                        .add(row.held()));
        return all;
    }

    /** @param account null for everybody */
    private List<Row> rows(@Nullable String account) {
        return database.sql("""
                        select a.account, g.role, g.permission, g.institution_id, g.purpose, f.account as on_behalf_of
                          from identity.grants_in_force(cast(:now as timestamptz)) g join identity.account a on a.id = g.account_id
                          left join identity.grant s on s.id = g.delegated_from
                          left join identity.account f on f.id = s.account_id
                         where :account::text is null or a.account = :account
                        """)
                .param("account", account, Types.VARCHAR)
                .param("now", Timestamp.from(clock.instant()))
                .query(Row.class)
                .list();
    }
}
