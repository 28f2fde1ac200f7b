package org.yiti.ledger.listing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.yiti.Journey;
import org.yiti.identity.Acting;
import org.yiti.identity.Unscoped;
import org.yiti.kernel.ledger.Ledgers;

/** Lists are held to one's part twice, by their own condition and by the policy. Here the policy is out of the way. */
class PredicateAloneJourneyTest extends Journey {

    @Autowired
    private Rows rows;

    @Autowired
    private Ledgers ledgers;

    private UUID institution(String code) {
        database.sql(
                        "insert into organization.division (code, name, level) values ('978803', '甲市', 'CITY') on conflict do nothing")
                .update();
        return add(
                "organization/institutions",
                Map.of(
                        "code", code,
                        "name", code + "局",
                        "kind", "GOVERNMENT_ORGAN",
                        "level", "CITY",
                        "divisionCode", "978803"));
    }

    @Test
    void aListIsOfOnesPartWithoutThePolicyAsWell() {
        var mine = institution("PRA-1");
        var theirs = institution("PRA-2");
        for (var code : List.of("PRA-1", "PRA-2")) {
            add("organization/people", Map.of("code", code, "name", "某人", "institutionCode", code, "rank", "科员"));
        }
        var people = ledgers.get("organization.person");

        var page = Acting.as(
                officer(mine),
                null,
                null,
                () -> Unscoped.because(
                        "a test", () -> rows.page(people, Map.of("code.like", List.of("PRA-")), null, null, null, 50)));

        assertThat(page.items()).extracting("institutionId").containsOnly(mine).doesNotContain(theirs);
        assertThat(page.total()).isEqualTo(1);
    }
}
