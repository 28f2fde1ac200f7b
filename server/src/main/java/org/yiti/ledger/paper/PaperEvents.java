package org.yiti.ledger.paper;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.ledger.LifeLineEntry;
import org.yiti.ledger.LinkedPapers;
import org.yiti.ledger.ObjectExtras;

/** Papers in the life line of what they lie with; of a removed one its tombstone. */
@Component
class PaperEvents implements ObjectExtras, LinkedPapers {

    private static final int MOST = 1000;

    private final JdbcClient database;

    PaperEvents(JdbcClient database) {
        this.database = database;
    }

    @Override
    public List<LifeLineEntry> events(String kind, UUID id, Locale locale) {
        return events(id);
    }

    @Override
    public List<LifeLineEntry> events(UUID holder) {
        return database.sql("""
                        select e.at, e.actor, coalesce(a.name, e.actor) as actor_name, e.action, e.note, p.id, p.title, p.kind, p.number,
                               p.removed_at is not null as gone
                          from ledger.paper p,
                               lateral (values ('PAPER_ADDED', p.added_at, p.added_by, null),
                                               ('PAPER_REMOVED', p.removed_at, p.removed_by, p.removal_reason)) e (action, at, actor, note)
                          left join identity.account a on a.account = e.actor
                         where p.holder_id = :holder and e.at is not null
                         order by e.at desc limit :most
                        """)
                .param("holder", holder)
                .param("most", MOST)
                .query(PaperEvents::entry)
                .list();
    }

    private static LifeLineEntry entry(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var action = row.getString("action");
        return new LifeLineEntry(
                action + "-" + id,
                row.getObject("at", OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.ofHours(8)),
                new LifeLineEntry.Actor(row.getString("actor"), row.getString("actor_name")),
                action,
                null,
                null,
                null,
                List.of(),
                null,
                null,
                new LifeLineEntry.Paper(
                        id,
                        row.getString("title"),
                        PaperView.kindName(row.getString("kind")),
                        row.getString("number"),
                        row.getBoolean("gone")),
                row.getString("note"));
    }
}
