package org.yiti.ledger.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.Cursor;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.safeguard.ColumnCipher;
import org.yiti.safeguard.Eyes;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Sight;

/** Rows of any ledger: a page of them, all of them, one of them. Only those in scope. */
@Component
public class Rows {

    /**
     * @param next where the next page begins; null at the end
     * @param total how many rows fit; not more than ten thousand are counted, and not for longer than people wait
     * @param totalCapped there are, or may be, more than {@code total}
     * @param lookedTo how far was looked through a ledger too long to be looked through at once, as the column that
     *     sorts it has it: {@code next} looks on from there; null when the page is as full as it can be
     */
    public record Page(
            List<Map<String, @Nullable Object>> items,
            @Nullable String next,
            long total,
            boolean totalCapped,
            @Nullable Object lookedTo) {}

    /** @param institution only it and what is below it; null for the whole scope */
    public record Wanted(
            Map<String, List<String>> filters,
            @Nullable UUID institution,
            @Nullable String sort) {}

    private static final int COUNTED = 10_000;
    private static final int LONG = 100_000;
    static final int MOST = 500;
    static final String OWNER = "institutionId";

    private final NamedParameterJdbcTemplate database;
    private final Ledgers ledgers;
    private final Scope scope;
    private final PatientCount patient;
    private final Masking masking;
    private final ColumnCipher cipher;

    Rows(
            NamedParameterJdbcTemplate database,
            Ledgers ledgers,
            Scope scope,
            PatientCount patient,
            Masking masking,
            ColumnCipher cipher) {
        this.masking = masking;
        this.cipher = cipher;
        this.database = database;
        this.patient = patient;
        this.ledgers = ledgers;
        this.scope = scope;
    }

    /**
     * @param institution only it and what is below it; null for the whole scope
     * @param sort a sortable column, descending with a minus before it; null for the key
     * @param after a {@link Page#next()}
     */
    @Transactional(readOnly = true)
    public Page page(
            Ledger ledger,
            Map<String, List<String>> filters,
            @Nullable UUID institution,
            @Nullable String sort,
            @Nullable String after,
            int limit) {
        if (ledger.isFlow()) {
            throw new Refused(LedgerRefusal.NOT_LISTED);
        }
        var size = Math.max(1, Math.min(MOST, limit));
        var institutions = institutions(institution);
        var sight = masking.sight();
        var query = new RowQuery(ledgers, ledger, sight, cipher, institutions);
        var order = Order.of(ledger, sort, query);
        var looking = isLong(ledger)
                ? Looking.of(ledger, order, filters, institutions, isSoonerOneByOne(ledger, institutions), size + 1)
                : null;
        if (looking != null) {
            query.walking(looking);
        }
        query.within().where(filters);
        var goesOn = after != null && !after.isBlank();
        if (after != null && goesOn) {
            order.continueAfter(query, Cursor.read(after, 1, parts -> parts.get(0)));
        }
        var text = select(ledger, query, order, looking) + " limit " + (size + 1);
        var rows = new ArrayList<>(database.query(text, query.bound(), reader(query, ledger, sight, size)));
        var more = rows.size() > size;
        if (more) {
            rows.remove(size);
        }
        var next = more ? Cursor.of(order.place(rows.get(size - 1))) : null;
        rows.forEach(row -> row.remove(Order.KEY));
        if (looking != null && !looking.everyRow() && !more) {
            return lookedThrough(query, order, looking, rows, goesOn);
        }
        if (!goesOn && !more) {
            // Whoever sees them all need not look for them twice.
            return new Page(rows, next, rows.size(), false, null);
        }
        var question = counting(ledger, sight, filters, institutions);
        var counted = patient.ask(question.sql(), question.bound());
        return counted.isEmpty()
                ? new Page(rows, next, rows.size(), true, null)
                : new Page(rows, next, Math.min(counted.getAsLong(), COUNTED), counted.getAsLong() > COUNTED, null);
    }

    /** What was found among the rows looked through, and where the looking stopped. */
    private Page lookedThrough(
            RowQuery query, Order order, Looking looking, List<Map<String, @Nullable Object>> rows, boolean goesOn) {
        var place = "select t.id as \"id\", " + order.key() + " as \"" + Order.KEY + "\", t."
                + looking.along().db() + " as reached from (" + query.walk(order) + ") t" + order.by()
                + " limit 1 offset " + (looking.through() - 1);
        var last = database.query(
                place,
                query.bound(),
                (row, n) -> new Page(
                        rows,
                        Cursor.of(order.place(row.getString("id"), row.getString(Order.KEY))),
                        rows.size(),
                        true,
                        RowReader.value(looking.along(), row, 3)));
        return last.isEmpty() ? new Page(rows, null, rows.size(), goesOn, null) : last.get(0);
    }

    /** By what the planner knows of it, so that a list of millions that just came in may be slow until it has been analysed. */
    private boolean isLong(Ledger ledger) {
        return ledger.isNumerous() || known(ledger.name()) > LONG;
    }

    private boolean isSoonerOneByOne(Ledger ledger, @Nullable Set<UUID> institutions) {
        return institutions == null
                || institutions.size() <= Looking.MANY
                || Looking.isSoonerOneByOne(
                        institutions.size(), known("organization.institution"), known(ledger.name()));
    }

    private double known(String table) {
        var question = "select reltuples from pg_class where oid = cast(:table as regclass)";
        return Objects.requireNonNull(database.queryForObject(question, Map.of("table", table), Double.class));
    }

    private @Nullable Set<UUID> institutions(@Nullable UUID institution) {
        return institution == null ? scope.institutions() : scope.subtree(institution);
    }

    private record Counting(String sql, Map<String, Object> bound) {}

    private Counting counting(
            Ledger ledger, Sight sight, Map<String, List<String>> filters, @Nullable Set<UUID> institutions) {
        var query = new RowQuery(ledgers, ledger, sight, cipher, institutions)
                .within()
                .where(filters);
        var conditions = query.conditions();
        return new Counting(
                "select count(*) from (select 1 " + query.sql().from() + conditions + " limit " + (COUNTED + 1)
                        + ") capped",
                query.bound());
    }

    @Transactional(readOnly = true)
    public Map<String, @Nullable Object> get(Ledger ledger, UUID id) {
        return find(ledger, id).orElseThrow(() -> new Refused(LedgerRefusal.ROW_NOT_FOUND));
    }

    /** With nothing masked: for the work of the house itself, never for an answer. */
    @Transactional(readOnly = true)
    public Map<String, @Nullable Object> unmasked(Ledger ledger, UUID id) {
        return find(ledger, id, Sight.everywhere(Eyes.ALL_SEEING))
                .orElseThrow(() -> new Refused(LedgerRefusal.ROW_NOT_FOUND));
    }

    @Transactional(readOnly = true)
    public Optional<Map<String, @Nullable Object>> find(Ledger ledger, UUID id) {
        return find(ledger, id, masking.sight());
    }

    /** To decide something by; what is shown of it goes by its title, or is handed out by the others. */
    @Transactional(readOnly = true)
    public Optional<Map<String, @Nullable Object>> look(Ledger ledger, UUID id) {
        return find(ledger, id, masking.sight().aside());
    }

    private Optional<Map<String, @Nullable Object>> find(Ledger ledger, UUID id, Sight sight) {
        if (ledger.isFlow()) {
            return Optional.empty();
        }
        var query = new RowQuery(ledgers, ledger, sight, cipher, scope.institutions()).within();
        query.after("t.id = :id", Map.of("id", id));
        return database
                .query(select(ledger, query, Order.none()), query.bound(), reader(query, ledger, sight, 1))
                .stream()
                .findFirst()
                .map(row -> {
                    row.remove(Order.KEY);
                    return row;
                });
    }

    /** Whether whoever asks may do something to a row, be it that they see it or not. */
    @Transactional(readOnly = true)
    public boolean may(Permission permission, Ledger ledger, UUID id) {
        if (ledger.owner() == null) {
            return scope.account().mayEverywhere(permission);
        }
        var owner = "self".equals(ledger.owner()) ? "id" : "institution_id";
        return database
                .queryForList(
                        "select " + owner + " from " + ledger.name() + " where id = :id", Map.of("id", id), UUID.class)
                .stream()
                .anyMatch(institution -> scope.contains(permission, institution));
    }

    /** How many rows a filter finds below an institution, at most so many; refuses what {@link #each} would. */
    @Transactional(readOnly = true)
    public long count(Ledger ledger, Wanted wanted, int most) {
        var query = query(ledger, wanted);
        order(ledger, wanted, query);
        var conditions = query.conditions();
        var text = "select count(*) from (select 1 " + query.sql().from() + conditions + " limit " + most + ") capped";
        return Optional.ofNullable(database.queryForObject(text, query.bound(), Long.class))
                .orElse(0L);
    }

    /**
     * All rows a filter finds, one by one, however many.
     *
     * @param eyes what is shown of them; whoever asks filters by what they may see themselves
     */
    @Transactional(readOnly = true)
    public void each(Ledger ledger, Wanted wanted, Eyes eyes, Consumer<Map<String, @Nullable Object>> taker) {
        var query = query(ledger, wanted);
        var order = order(ledger, wanted, query);
        var reader = reader(query, ledger, Sight.everywhere(eyes), Integer.MAX_VALUE);
        var streaming = new NamedParameterJdbcTemplate(
                Objects.requireNonNull(database.getJdbcTemplate().getDataSource()));
        streaming.getJdbcTemplate().setFetchSize(2000);
        streaming.query(select(ledger, query, order), query.bound(), row -> {
            taker.accept(reader.mapRow(row, 0));
        });
    }

    private RowQuery query(Ledger ledger, Wanted wanted) {
        return new RowQuery(ledgers, ledger, masking.sight(), cipher, institutions(wanted.institution()))
                .within()
                .where(wanted.filters());
    }

    private static Order order(Ledger ledger, Wanted wanted, RowQuery query) {
        return ledger.isFlow() ? Order.none() : Order.of(ledger, wanted.sort(), query);
    }

    static String select(Ledger ledger, RowQuery query, Order order) {
        return select(ledger, query, order, null);
    }

    private static String select(Ledger ledger, RowQuery query, Order order, @Nullable Looking looking) {
        var columns = new ArrayList<String>();
        query.selected().forEach((name, expression) -> columns.add(expression + " as \"" + name + "\""));
        if (!ledger.isFlow()) {
            columns.add("t.id as \"id\"");
            columns.add("t.version as \"version\"");
        }
        columns.add(query.sql().owner() + " as \"" + OWNER + "\"");
        columns.add(order.key() + " as \"" + Order.KEY + "\"");
        var conditions = query.conditions();
        var from = looking == null ? query.sql().from() : query.sql().from("(" + query.walk(order) + ")");
        return "select " + String.join(", ", columns) + "\n" + from + conditions + order.by();
    }

    private RowReader reader(RowQuery query, Ledger ledger, Sight sight, int handedOut) {
        return new RowReader(query.sql(), ledger, sight, cipher, handedOut);
    }
}
