package org.yiti.ledger.object;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Account;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.ledger.LedgerRefusal;
import org.yiti.ledger.LifeLineEntry;
import org.yiti.ledger.ObjectExtras;
import org.yiti.ledger.listing.Rows;
import org.yiti.safeguard.Masking;
import org.yiti.safeguard.Place;
import org.yiti.safeguard.Sight;

/** The life line of an object: its own changes, those of what belongs to it, and its findings. */
@Component
class LifeLineQueries {

    record Page(List<LifeLineEntry> items, @Nullable Long next) {}

    private static final int NEIGHBOURS = 500;

    private final JdbcClient database;
    private final Ledgers ledgers;
    private final Rows rows;
    private final ObjectProvider<ObjectExtras> extras;
    private final ChangedCells cells;
    private final Masking masking;

    LifeLineQueries(
            JdbcClient database,
            Ledgers ledgers,
            Rows rows,
            ObjectProvider<ObjectExtras> extras,
            ChangedCells cells,
            Masking masking) {
        this.cells = cells;
        this.masking = masking;
        this.database = database;
        this.ledgers = ledgers;
        this.rows = rows;
        this.extras = extras;
    }

    @Transactional(readOnly = true)
    public Page page(Ledger ledger, UUID id, @Nullable Long after, int limit, Locale locale) {
        var of = new Told(ledger, id, whose(ledger, id), masking.sight(), locale);
        var changes = Unscoped.because("whoever sees an object is told its story", () -> changes(of, after, limit));
        var next = changes.size() == limit ? changes.get(limit - 1).id() : null;
        var entries = new ArrayList<>(changes.stream().map(Found::entry).toList());
        extras.stream()
                .flatMap(extra -> extra.events(String.valueOf(ledger.objectKind()), id, locale).stream())
                .filter(between(
                        next == null ? null : entries.get(limit - 1).at(), after == null ? null : moment(after)))
                .forEach(entries::add);
        entries.sort(Comparator.comparing(LifeLineEntry::at).reversed());
        entries.forEach(entry -> told(of, entry));
        return new Page(entries, next);
    }

    /** What people wrote of it, and the titles of papers, tell of people; no mask hides them. */
    private void told(Told of, LifeLineEntry entry) {
        var paper = entry.paper();
        if (paper != null) {
            masking.told(new Place("ledger.paper", paper.id(), of.institution(), "title"));
        }
        if (entry.note() != null) {
            masking.told(new Place(of.ledger().name(), of.object(), of.institution(), "note"));
        }
    }

    private @Nullable UUID whose(Ledger ledger, UUID id) {
        var row = rows.look(ledger, id).orElseThrow(() -> new Refused(LedgerRefusal.ROW_NOT_FOUND));
        return row.get("institutionId") instanceof UUID owner ? owner : null;
    }

    private List<Found> changes(Told of, @Nullable Long after, int limit) {
        return database.sql("""
                        select c.id, c.at, c.actor, a.name as actor_name, c.ledger, c.object_id, c.institution_id, c.action, c.before, c.after,
                               c.import_id, c.note, coalesce(b.name, c.behalf) as behalf
                          from lifeline.change c left join identity.account a on a.account = c.actor
                               left join identity.account b on b.account = c.behalf
                         where (c.object_id = :id or c.object_id in (%s)
                                or (c.action = 'REMOVED' and c.before @> any (array[%s]::jsonb[])))
                           and (:after::bigint is null or c.id < :after)
                         order by c.id desc limit :limit
                        """.formatted(neighbours(of.ledger()), removed(of.ledger())))
                .param("id", of.object())
                .param("after", after)
                .param("limit", limit)
                .query((row, n) -> new Found(row.getLong("id"), entry(of, row)))
                .list();
    }

    /** What happened elsewhere stands on the page of the changes it happened between. */
    private static Predicate<LifeLineEntry> between(@Nullable OffsetDateTime from, @Nullable OffsetDateTime until) {
        return entry -> (from == null || !entry.at().isBefore(from))
                && (until == null || entry.at().isBefore(until));
    }

    private @Nullable OffsetDateTime moment(long change) {
        return database.sql("select at from lifeline.change where id = :id")
                .param("id", change)
                .query(OffsetDateTime.class)
                .optional()
                .orElse(null);
    }

    private record Found(long id, LifeLineEntry entry) {}

    /**
     * Whose story is told, to whom.
     *
     * @param institution whose the object is now
     */
    private record Told(
            Ledger ledger, UUID object, @Nullable UUID institution, Sight sight, Locale locale) {

        /** How they see a change: as of whose it was, which a change that does not say is as the object is. */
        ChangedCells.Seen seen(Ledger of, UUID row, @Nullable UUID owner) {
            var whose = owner == null ? institution : owner;
            return new ChangedCells.Seen(sight.at(whose), of, row, whose, locale);
        }
    }

    /** Rows that point at the object and tell its story: occupancies of a room, not the thousand trips of a car. */
    private String neighbours(Ledger ledger) {
        var parts = new ArrayList<String>();
        for (var other : ledgers.all()) {
            if (other.isFlow() || other.isOfThings() || other.isNumerous()) {
                continue;
            }
            other.references().stream()
                    .filter(reference -> reference.ledger().equals(ledger.name()))
                    .forEach(reference -> parts.add("(select id from " + other.name() + " where " + reference.db()
                            + " = :id limit " + NEIGHBOURS + ")"));
        }
        return parts.isEmpty() ? "select null::uuid where false" : String.join(" union all ", parts);
    }

    private String removed(Ledger ledger) {
        var parts = new ArrayList<String>();
        for (var other : ledgers.all()) {
            other.references().stream()
                    .filter(reference -> reference.ledger().equals(ledger.name()) && !other.isOfThings())
                    .map(reference -> "jsonb_build_object('" + reference.db() + "', :id::text)")
                    .filter(part -> !parts.contains(part))
                    .forEach(parts::add);
        }
        return String.join(", ", parts);
    }

    private LifeLineEntry entry(Told of, ResultSet row) throws SQLException {
        var ledger = ledgers.get(row.getString("ledger"));
        var id = row.getObject("object_id", UUID.class);
        var actor = row.getString("actor");
        var name = row.getString("actor_name");
        return new LifeLineEntry(
                "c" + row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.ofHours(8)),
                actor == null || actor.equals(Account.HOUSE.account())
                        ? null
                        : new LifeLineEntry.Actor(actor, name == null ? actor : name, row.getString("behalf")),
                row.getString("action"),
                ledger.path(),
                ledger.title(),
                id.equals(of.object())
                        ? null
                        : new LifeLineEntry.Subject(
                                ledger.objectKind(), id, ledger.title().in(of.locale())),
                cells.of(
                        of.seen(ledger, id, row.getObject("institution_id", UUID.class)),
                        row.getString("before"),
                        row.getString("after")),
                row.getObject("import_id", UUID.class),
                null,
                null,
                row.getString("note"));
    }
}
