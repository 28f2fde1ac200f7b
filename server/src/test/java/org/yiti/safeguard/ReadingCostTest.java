package org.yiti.safeguard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.yiti.Journey;
import org.yiti.identity.Account;
import org.yiti.identity.Role;

class ReadingCostTest extends Journey {

    @Test
    void measure() throws Exception {
        add("organization/divisions", Map.of("code", "971699", "name", "量市", "level", "市级"));
        var institution = add(
                "organization/institutions",
                Map.of("code", "RC-1", "name", "量局", "kind", "政府机关", "level", "市级", "divisionCode", "971699"));
        var one = add(
                "organization/people",
                Map.of("code", "RC-P", "name", "某某", "institutionCode", "RC-1", "rank", "正局(处)级"));
        database.sql("insert into organization.person (id, code, name, institution_id, rank) select gen_random_uuid(), 'RC-' || n, '某' || n, institution_id, rank from organization.person, generate_series(1, 20000) n where id = ?")
                .param(one)
                .update();
        database.sql("analyze organization.person").update();
        var sees = new Account("cost-sees", "看", Role.OFFICER, institution, false);
        var masked = new Account("cost-masked", "督查", Role.INSPECTOR, institution, false);
        var text = new StringBuilder();
        for (var limit : new int[] {50, 500}) {
            for (var round = 0; round < 2; round++) {
                for (var account : new Account[] {masked, sees}) {
                    var times = new long[300];
                    String next = "";
                    for (var i = 0; i < 300; i++) {
                        var begun = System.nanoTime();
                        var answer = json(get(account, "/api/organization/people?institution=" + institution + "&limit=" + limit + next));
                        times[i] = System.nanoTime() - begun;
                        next = answer.get("next") == null ? "" : "&after=" + answer.get("next");
                    }
                    Arrays.sort(times);
                    text.append(limit + " rows, " + account.account() + ": median " + times[150] / 1e6 + " ms, p99 " + times[296] / 1e6 + " ms, max " + times[299] / 1e6 + "\n");
                }
            }
        }
        Files.writeString(Path.of("/tmp/s2/i3-draft/cost.txt"), text.toString());
    }
}
