package org.yiti.workbook.imports;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Schedules;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.kernel.Refused;
import org.yiti.workbook.WorkbookRefusal;

/** Gives up, every night, what was checked and then forgotten: its rows and its file lie in the database for nothing. */
@Component
class TidyImports {

    private static final LocalTime AT_NIGHT = LocalTime.of(4, 30);

    private final Imports imports;
    private final Stages stages;
    private final Clock clock;
    private final Duration kept;
    private final TransactionTemplate transaction;

    TidyImports(
            Imports imports,
            Stages stages,
            Clock clock,
            TransactionTemplate transaction,
            @Value("${yiti.imports.keep-checked:30d}") Duration kept) {
        this.imports = imports;
        this.stages = stages;
        this.clock = clock;
        this.kept = kept;
        this.transaction = transaction;
    }

    void tidy() {
        Acting.as(
                Account.HOUSE,
                () -> imports.checkedBefore(clock.instant().minus(kept))
                        .forEach(forgotten -> transaction.executeWithoutResult(status -> giveUp(forgotten))));
    }

    private void giveUp(Import forgotten) {
        if (imports.move(forgotten.id(), Import.State.CHECKED, Import.State.CANCELLED)) {
            imports.refuse(
                    forgotten.id(),
                    Refusals.of(new Refused(WorkbookRefusal.CHECK_EXPIRED, Map.of("days", kept.toDays()))));
            stages.drop(forgotten);
            imports.forgetFile(forgotten.id());
        }
    }

    @Configuration
    static class Declared {

        @Bean
        RecurringTask<Void> workbookTidy(TidyImports tidy) {
            return Tasks.recurring("workbook-tidy", Schedules.daily(ZoneId.of("Asia/Shanghai"), AT_NIGHT))
                    .execute((instance, context) -> tidy.tidy());
        }
    }
}
