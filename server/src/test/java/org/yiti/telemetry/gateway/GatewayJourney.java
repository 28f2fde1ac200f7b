package org.yiti.telemetry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.yiti.Journey;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.position.Extra;
import org.yiti.jt808.position.Extras;
import org.yiti.jt808.position.Location;
import org.yiti.jt808.session.GeneralReply;
import org.yiti.jt808.session.RegistrationReply;

/** A gateway on real sockets, and before each test a terminal that stands in the inventory and has not called yet. */
@TestPropertySource(
        properties = {
            "yiti.telemetry.gateway.port=0",
            "yiti.telemetry.gateway.until-authenticated=3s",
            "yiti.telemetry.gateway.frame=2s",
            "yiti.telemetry.gateway.packages=400ms",
            "yiti.telemetry.gateway.packages-in-hand=100KB",
            "yiti.telemetry.gateway.commands=50ms"
        })
abstract class GatewayJourney extends Journey {

    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 27, 12, 0, 0);
    private static int made;

    @Autowired
    protected Gateway gateway;

    protected String phone;
    protected UUID id;

    @BeforeEach
    void aTerminalOfTheInventory() {
        made++;
        phone = "1380013" + (1000 + made);
        database.sql(
                        "insert into organization.division (code, name, level) values ('970500', '端市', 'CITY') on conflict do nothing")
                .update();
        institution("GW-1", "终端局");
        id = add("telemetry/terminals", Map.of("phone", phone, "institutionCode", "GW-1", "plate", plate()));
    }

    protected UUID institution(String code, String name) {
        database.sql("""
                        insert into organization.institution (code, name, kind, level, division_id)
                        select ?, ?, 'GOVERNMENT_ORGAN', 'CITY', id from organization.division where code = '970500' on conflict do nothing
                        """)
                .param(code)
                .param(name)
                .update();
        return database.sql("select id from organization.institution where code = ?")
                .param(code)
                .query(UUID.class)
                .single();
    }

    protected String plate() {
        return "粤B1234" + made % 10;
    }

    protected Terminal terminal(Version version) throws IOException {
        return new Terminal(gateway.port(), phone, version);
    }

    protected static Location at(int second) {
        return new Location(
                0,
                3,
                22_543_096,
                114_057_865,
                20,
                365,
                90,
                BcdTime.of(NOON.plusSeconds(second)),
                List.of(Extra.of(Extras.ODOMETER, 123_456L)),
                Bytes.NONE);
    }

    protected long stored() {
        return database.sql(
                        "select count(*) from telemetry.position p join telemetry.terminal t on t.number = p.terminal where t.phone = ?")
                .param(phone)
                .query(Long.class)
                .single();
    }

    protected long said(int kind) {
        return database.sql(
                        "select count(*) from telemetry.message m join telemetry.terminal t on t.number = m.terminal where t.phone = ? and kind = ?")
                .param(phone)
                .param(kind)
                .query(Long.class)
                .single();
    }

    protected Terminal letIn(Version version) throws IOException {
        return letIn(gateway, version);
    }

    protected Terminal letIn(Gateway where, Version version) throws IOException {
        var terminal = new Terminal(where.port(), phone, version);
        assertThat(terminal.authenticate(code(terminal))).isEqualTo(GeneralReply.OK);
        return terminal;
    }

    protected String code(Terminal terminal) throws IOException {
        var reply = terminal.register("D" + made, plate());
        assertThat(reply.result()).isEqualTo(RegistrationReply.OK);
        return reply.code().toString();
    }
}
