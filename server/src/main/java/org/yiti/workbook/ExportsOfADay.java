package org.yiti.workbook;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Scope;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.Refused;

/**
 * How many rows somebody may take in a day in files that nobody agreed to. One large file needs a second person; so do many
 * small ones, of whatever lists.
 */
@Component
public class ExportsOfADay {

    private static final int REMEMBERED_DAYS = 31;

    private final JdbcClient database;
    private final Scope scope;
    private final Clock clock;
    private final int most;

    ExportsOfADay(JdbcClient database, Scope scope, Clock clock, @Value("${yiti.exports.most-rows}") int most) {
        this.database = database;
        this.scope = scope;
        this.clock = clock;
        this.most = most;
    }

    /** Counts them, or refuses what would be too much. Two at once are counted one after the other. */
    @Transactional
    public void add(long rows) {
        var today = LocalDate.now(clock);
        var account = scope.account().account();
        var isCounted = Unscoped.because(
                "how much somebody has taken is counted by the house, and by nobody for themselves",
                () -> counted(account, today, rows));
        if (!isCounted) {
            throw new Refused(WorkbookRefusal.EXPORTED_ENOUGH, Map.of("most", most, "rows", rows));
        }
    }

    private Boolean counted(String account, LocalDate today, long rows) {
        database.sql("delete from workbook.exported where account = :account and day < :before")
                .param("account", account)
                .param("before", today.minusDays(REMEMBERED_DAYS))
                .update();
        return rows <= most
                && database.sql("""
                                insert into workbook.exported as known (account, day, rows) values (:account, :day, :rows)
                                    on conflict (account, day) do update set rows = known.rows + excluded.rows
                                 where known.rows + excluded.rows <= :most
                                """)
                                .param("account", account)
                                .param("day", today)
                                .param("rows", rows)
                                .param("most", most)
                                .update()
                        == 1;
    }
}
