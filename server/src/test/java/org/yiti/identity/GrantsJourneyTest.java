package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpMethod;
import org.yiti.kernel.Cursor;

/** What somebody is granted they may do, for its purpose, until it ends. */
class GrantsJourneyTest extends AdministratorsJourney {

    @Test
    void aNewAccountDoesNothingUntilItIsGrantedSomethingAndNothingAgainWhenThatIsRevoked() {
        var newcomer = opened("new-" + n);
        assertThat(newcomer.get("/api/ledgers")).hasStatus(403);

        var grant = granted("new-" + n, Map.of("role", "OFFICER", "institutionId", office));
        assertThat(newcomer.get("/api/ledgers")).hasStatusOk();

        assertThat(security.delete("/api/identity/grants/" + grant)).hasStatus(204);
        assertThat(newcomer.get("/api/ledgers")).hasStatus(403);
    }

    @Test
    void grantsComePageByPageEachOnce() {
        opened("pg-" + n);
        for (var permission : List.of("READ", "WRITE", "IMPORT")) {
            granted("pg-" + n, Map.of("permission", permission, "institutionId", office));
        }
        var account = "/api/identity/grants?limit=2&account=" + id("pg-" + n);

        var first = json(security.get(account));
        var rest = json(security.get(account + "&after=" + first.get("next")));

        assertThat(first).containsEntry("total", 3);
        assertThat(rest).containsEntry("total", 3).containsEntry("next", null);
        assertThat(Stream.of(first, rest)
                        .flatMap(page -> ((List<?>) page.get("items")).stream())
                        .<Object>map(grant -> ((Map<?, ?>) grant).get("permission")))
                .containsExactlyInAnyOrder("READ", "WRITE", "IMPORT");
        assertThat(security.get("/api/identity/grants?after=" + Cursor.of("a", "b", "c", "d")))
                .hasStatus(422);
    }

    @Test
    void worksForOnePurposeAtATime() {
        var officer = opened("o-" + n);
        granted("o-" + n, Map.of("permission", "READ", "institutionId", office));
        granted("o-" + n, Map.of("permission", "WRITE", "institutionId", office, "purpose", "INSPECTION"));
        var site = Map.of("code", n + "-S", "name", "院", "institutionCode", n);

        assertThat(officer.post("/api/premises/sites", site)).hasStatus(403);
        assertThat(officer.send(HttpMethod.PUT, "/api/identity/own-rights/purpose", Map.of("purpose", "EMERGENCY")))
                .hasStatus(422);
        assertThat(officer.send(HttpMethod.PUT, "/api/identity/own-rights/purpose", Map.of("purpose", "INSPECTION")))
                .hasStatus(204);
        assertThat(officer.post("/api/premises/sites", site)).hasStatus(201);
    }
}
