package org.yiti.supervision.cases.file;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.calendar.WorkCalendar;

/** How long a stage may take: workdays of the parameter in force where the institution lies, counted on the calendar. */
@Component
public class Deadlines {

    private static final String STAGE = "case-workdays";
    private static final String REMINDER = "case-reminder-workdays";

    private final JdbcClient database;
    private final WorkCalendar calendar;

    Deadlines(JdbcClient database, WorkCalendar calendar) {
        this.database = database;
        this.calendar = calendar;
    }

    /** @return null for a stage that has none, or where no number is in force */
    @Nullable
    public LocalDate of(Stage stage, UUID institution, LocalDate today) {
        return workdays(STAGE, stage.name(), institution, today)
                .map(days -> calendar.plusWorkdays(today, days))
                .orElse(null);
    }

    /** The last day that is near enough to call what is due then to mind. */
    public LocalDate remindedUntil(UUID institution, LocalDate today) {
        return workdays(REMINDER, null, institution, today)
                .map(days -> calendar.plusWorkdays(today, days))
                .orElse(today);
    }

    public int workdaysLeft(LocalDate today, LocalDate due) {
        return calendar.workdaysLeft(today, due);
    }

    private Optional<Integer> workdays(String parameter, @Nullable String stage, UUID institution, LocalDate today) {
        return database.sql("""
                        select v.value::integer
                          from organization.institution i
                          join organization.division d on d.id = i.division_id
                          join law.division_scope s on s.division = d.code
                          join law.value_in_force v on v.scope = s.scope
                         where i.id = :institution and v.parameter_id = :parameter and v.valid @> :today::date
                           and v.d1 is not distinct from :stage::text
                        """)
                .param("institution", institution)
                .param("parameter", parameter)
                .param("today", today)
                .param("stage", stage)
                .query(Integer.class)
                .optional();
    }
}
