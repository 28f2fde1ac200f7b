package org.yiti.safeguard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.transaction.support.TransactionTemplate;
import org.yiti.Journey;
import org.yiti.identity.Acting;

/** What the house does on other threads because of somebody's act is its own, and says whose act it was. */
class CarriedCauseJourneyTest extends Journey {

    @Autowired
    private AsyncTaskExecutor threads;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private Audit audit;

    /** As a listener does: writes a row of a ledger, and tells of an act. */
    private void follows(String tag) {
        transaction.executeWithoutResult(status -> {
            database.sql("insert into organization.division (code, name, level) values (?, ?, 'CITY')")
                    .param(tag)
                    .param("后续" + tag)
                    .update();
            audit.record(Act.of("test.followed", "test", tag));
        });
    }

    private Map<String, Object> entry(String action, String object) {
        return database.sql(
                        "select actor, coalesce(clear::text, '') as clear from safeguard.entry where action = ? and object like ? order by seq desc limit 1")
                .param(action)
                .param(object)
                .query()
                .singleRow();
    }

    private String division(String tag) {
        return "organization.division/"
                + database.sql("select id from organization.division where code = ?")
                        .param(tag)
                        .query(UUID.class)
                        .single();
    }

    @Test
    void whatFollowsFromAnActOnAnotherThreadSaysWhoseItWas() throws ExecutionException, InterruptedException {
        var handedOver = Acting.as(ADMINISTRATOR, null, null, () -> threads.submit(() -> follows("978801")));
        handedOver.get();

        assertThat(entry("test.followed", "test/978801"))
                .containsEntry("actor", "house")
                .extractingByKey("clear")
                .asString()
                .contains("onBehalfOf", ADMINISTRATOR.account());
        assertThat(entry("ledger.created", division("978801")))
                .containsEntry("actor", "house")
                .extractingByKey("clear")
                .asString()
                .contains("onBehalfOf", ADMINISTRATOR.account());
    }

    @Test
    void whatTheHouseDoesByItselfNamesNobody() throws ExecutionException, InterruptedException {
        threads.submit(() -> follows("978802")).get();

        assertThat(entry("test.followed", "test/978802"))
                .containsEntry("actor", "house")
                .extractingByKey("clear")
                .asString()
                .doesNotContain("onBehalfOf");
        assertThat(entry("ledger.created", division("978802"))).containsEntry("actor", "house");
    }

    @Test
    void nobodyIsRememberedByAThreadThatGoesOnToOtherWork() throws ExecutionException, InterruptedException {
        Acting.as(ADMINISTRATOR, null, null, () -> threads.submit(() -> {})).get();

        assertThat(threads.submit(Acting::cause).get()).isNull();
    }
}
