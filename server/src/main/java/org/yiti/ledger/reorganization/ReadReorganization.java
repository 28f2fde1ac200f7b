package org.yiti.ledger.reorganization;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.yiti.kernel.problem.Wording;
import org.yiti.ledger.reorganization.Reorganization.Person;
import org.yiti.ledger.reorganization.Reorganization.State;
import org.yiti.ledger.reorganization.Reorganization.Step;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** A row as it is looked at: its steps, who did what when, and in the reader's language why it is stuck. */
@Component
class ReadReorganization {

    private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

    private final JsonMapper json;
    private final Wording wording;

    ReadReorganization(JsonMapper json, Wording wording) {
        this.json = json;
        this.wording = wording;
    }

    Reorganization of(ResultSet row) throws SQLException {
        return new Reorganization(
                row.getObject("id", UUID.class),
                row.getInt("version"),
                row.getString("name"),
                row.getString("approval_no"),
                row.getObject("effective_on", LocalDate.class),
                State.valueOf(row.getString("state")),
                json.readValue(row.getString("steps"), new TypeReference<List<Step>>() {}),
                new Person(row.getString("created_by"), row.getString("created_name")),
                row.getObject("created_at", OffsetDateTime.class).withOffsetSameInstant(CHINA),
                person(row, "applied"),
                moment(row, "applied_at"),
                person(row, "undone"),
                moment(row, "undone_at"),
                problem(row.getString("problem")));
    }

    private @Nullable String problem(@Nullable String kept) {
        if (kept == null) {
            return null;
        }
        var problem = json.readValue(kept, Reorganizations.Problem.class);
        return wording.of(problem.wording(), LocaleContextHolder.getLocale(), problem.facts());
    }

    private static @Nullable Person person(ResultSet row, String did) throws SQLException {
        var account = row.getString(did + "_by");
        return account == null ? null : new Person(account, row.getString(did + "_name"));
    }

    private static @Nullable OffsetDateTime moment(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.withOffsetSameInstant(CHINA);
    }
}
