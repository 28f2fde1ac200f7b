package org.yiti.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yiti.Journey;
import org.yiti.identity.Account;
import org.yiti.identity.Permission;
import org.yiti.identity.Purpose;
import org.yiti.identity.Rights;
import org.yiti.identity.Role;

class OnBehalfJourneyTest extends Journey {

    @Test
    void theLifeLineSaysForWhomWhoeverMadeAChangeStoodIn() {
        add("organization/divisions", Map.of("code", "971640", "name", "代办市", "level", "市级"));
        var institution = add(
                "organization/institutions",
                Map.of("code", "OB-1", "name", "代办局", "kind", "政府机关", "level", "市级", "divisionCode", "971640"));
        known(new Account("ob-chief", "局长老赵", Role.OFFICER, institution, false));
        var rights = Rights.of(
                Purpose.DAILY,
                "ob-chief",
                List.of(new Rights.Held(Set.of(Permission.READ, Permission.WRITE), institution)));
        var standIn = new Account("ob-clerk", "小钱", Role.OFFICER, institution, false, rights);
        var version = json(get(ADMINISTRATOR, "/api/organization/institutions/" + institution))
                .get("version");

        assertThat(patch(
                        standIn,
                        "/api/organization/institutions/" + institution,
                        Map.of("version", version, "phone", "0571-99")))
                .hasStatusOk();

        var story = items(get(ADMINISTRATOR, "/api/objects/institution/" + institution + "/lifeline"));
        assertThat(story.get(0).get("actor").toString()).contains("account=ob-clerk", "onBehalfOf=局长老赵");
        assertThat(story.get(1).get("actor").toString()).contains("onBehalfOf=null");
    }
}
