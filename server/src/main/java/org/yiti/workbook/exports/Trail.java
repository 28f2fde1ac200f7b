package org.yiti.workbook.exports;

import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.yiti.identity.Scope;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;
import tools.jackson.databind.json.JsonMapper;

/** Who asks for an export, when, for how long it stands, and where it is told. */
@Component
record Trail(
        Scope scope,
        Clock clock,
        JsonMapper json,
        Audit audit,
        @Value("${yiti.exports.expiry}") Duration expiry) {

    void tell(Act act) {
        audit.record(act);
    }
}
