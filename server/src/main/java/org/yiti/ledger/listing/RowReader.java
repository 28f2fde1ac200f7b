package org.yiti.ledger.listing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Kind;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.ledger.LedgerSql;
import org.yiti.safeguard.ColumnCipher;
import org.yiti.safeguard.Eyes;
import org.yiti.safeguard.Place;
import org.yiti.safeguard.Sight;

/**
 * Every cell of every ledger that leaves the database comes by here, and with it what is left of it for whoever asks.
 *
 * @param handedOut rows after so many are only looked at
 */
record RowReader(LedgerSql sql, Ledger ledger, Sight sight, ColumnCipher cipher, int handedOut)
        implements RowMapper<Map<String, @Nullable Object>> {

    private static final ZoneOffset HERE = ZoneOffset.ofHours(8);

    @Override
    public Map<String, @Nullable Object> mapRow(ResultSet found, int n) throws SQLException {
        var row = new LinkedHashMap<String, @Nullable Object>();
        var meta = found.getMetaData();
        var owner = isGuarded() ? found.getObject(Rows.OWNER, UUID.class) : null;
        var eyes = !isGuarded() ? Eyes.NOTHING_GUARDED : (n < handedOut ? sight : sight.aside()).at(owner);
        for (var i = 1; i <= meta.getColumnCount(); i++) {
            var name = meta.getColumnLabel(i);
            var column = ledger.find(name);
            row.put(
                    name,
                    column.isPresent()
                            ? eyes.seen(
                                    place(column.get(), found, owner),
                                    column.get().grading(),
                                    opened(column.get(), value(column.get(), found, i)))
                            : found.getObject(i));
        }
        return row;
    }

    /** A name that is read through a reference is told of where it stands: whose name it is has been read. */
    private Place place(Column column, ResultSet found, @Nullable UUID owner) throws SQLException {
        if (!column.grading().guarded() || ledger.isFlow()) {
            return Place.of(ledger, null, owner, column);
        }
        var link = sql.link(column);
        var there = link.isEmpty() ? null : found.getObject(link.get().idName(), UUID.class);
        var origin = sql.place(column);
        return there == null
                ? Place.of(ledger, found.getObject("id", UUID.class), owner, column)
                : Place.of(origin.ledger(), there, owner, origin.column());
    }

    private boolean isGuarded() {
        return ledger.columns().stream().anyMatch(column -> column.grading().guarded());
    }

    private @Nullable Object opened(Column column, @Nullable Object value) {
        if (value == null || !column.isSealed()) {
            return value;
        }
        var place = sql.place(column);
        return cipher.read(place.ledger().name(), place.column().db(), value.toString());
    }

    static @Nullable Object value(Column column, ResultSet found, int i) throws SQLException {
        if (column.kind() == Kind.TIME) {
            var moment = found.getObject(i, OffsetDateTime.class);
            return moment == null ? null : moment.withOffsetSameInstant(HERE);
        }
        if (column.kind() == Kind.DATE || column.kind() == Kind.MONTH) {
            var day = found.getDate(i);
            return day == null ? null : found.getString(i).substring(0, column.kind() == Kind.MONTH ? 7 : 10);
        }
        return found.getObject(i);
    }
}
