package org.yiti.supervision.campaigns.plan;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.kernel.code.CodeTables;

/** What campaigns, draws and visits show alike. */
public final class Shown {

    private Shown() {}

    public record Person(String account, String name) {}

    public record Institution(UUID id, String name) {}

    public static Label kind(String code) {
        return CodeTables.get("institution-kind")
                .find(code)
                .map(found -> found.label())
                .orElse(new Label(code, code));
    }

    public static OffsetDateTime at(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).withOffsetSameInstant(ZoneOffset.ofHours(8));
    }

    public static @Nullable OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column) == null ? null : at(row, column);
    }
}
