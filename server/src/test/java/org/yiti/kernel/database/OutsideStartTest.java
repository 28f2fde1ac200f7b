package org.yiti.kernel.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.yiti.Granted;
import org.yiti.OutsidePostgres;
import org.yiti.RunningServer;
import org.yiti.Soon;
import org.yiti.identity.Role;
import tools.jackson.databind.json.JsonMapper;

/** The server on the oldest PostgreSQL it takes, one of somebody's own, by an account that owns its database and nothing else. */
class OutsideStartTest {

    @TempDir
    private Path data;

    @Test
    void onTheOldestPostgresTheHouseMigratesImportsListsAndJudges() throws Exception {
        var programs = OutsidePostgres.programs();
        assumeTrue(
                programs.isPresent(),
                "no PostgreSQL 15, 16 or 17 on this machine (YITI_OUTSIDE_POSTGRES names another place)");
        try (var postgres = OutsidePostgres.start(programs.get())) {
            var maker = postgres.superuser("postgres");
            maker.sql("create role yiti login createrole password 'secret'").update();
            maker.sql("create database yiti owner yiti encoding 'UTF8' template template0")
                    .update();
            try (var server = RunningServer.outside(
                    Map.of(
                            "YITI_DB_URL",
                            postgres.address("yiti"),
                            "YITI_DB_USER",
                            "yiti",
                            "YITI_DB_PASSWORD",
                            "secret"),
                    data,
                    "--yiti.identity.second-factor=false",
                    "--yiti.audit-folder=" + data.resolve("audit"),
                    "--yiti.key-folder=" + data.resolve("keys"),
                    "--db-scheduler.polling-interval=500ms")) {
                work(postgres, server);
                assertThat(server.log()).doesNotContain("Incident", "PSQLException");
            }
            assertThat(Files.exists(data.resolve("postgres")))
                    .as("an embedded one is not started beside it")
                    .isFalse();
        }
    }

    /** Who migrates and who serves are two accounts: the one that serves may not even make a table. */
    @Test
    void anAccountThatOwnsNothingServesWhatAnotherMigrates() throws Exception {
        var programs = OutsidePostgres.programs();
        assumeTrue(programs.isPresent(), "no PostgreSQL 15, 16 or 17 on this machine");
        try (var postgres = OutsidePostgres.start(programs.get())) {
            var maker = postgres.superuser("postgres");
            maker.sql("create role yiti_owner login createrole password 'o'").update();
            maker.sql("create role yiti login password 's'").update();
            maker.sql("create database yiti owner yiti_owner encoding 'UTF8' template template0")
                    .update();
            try (var server = RunningServer.outside(
                    Map.of(
                            "YITI_DB_URL",
                            postgres.address("yiti"),
                            "YITI_DB_USER",
                            "yiti",
                            "YITI_DB_PASSWORD",
                            "s",
                            "YITI_DB_OWNER",
                            "yiti_owner",
                            "YITI_DB_OWNER_PASSWORD",
                            "o"),
                    data,
                    "--yiti.identity.second-factor=false",
                    "--yiti.audit-folder=" + data.resolve("audit"),
                    "--yiti.key-folder=" + data.resolve("keys"),
                    "--db-scheduler.polling-interval=500ms")) {
                work(postgres, server);
                assertThat(server.log()).doesNotContain("Incident", "PSQLException");
                assertThat(postgres.superuser("yiti")
                                .sql("select distinct usename from pg_stat_activity where application_name = 'yiti'")
                                .query(String.class)
                                .list())
                        .containsExactly("yiti");
            }
        }
    }

    private static void work(OutsidePostgres postgres, RunningServer server) throws Exception {
        var database = postgres.superuser("yiti");
        database.sql("insert into identity.account (account, name, password_hash, role, everything)"
                        + " values ('admin', '管理员', :password, 'ADMINISTRATOR', true)")
                .param("password", "{bcrypt}" + new BCryptPasswordEncoder(4).encode("secret"))
                .update();
        Granted.only(database, "admin", Role.ADMINISTRATOR);
        server.signIn("admin", "secret");
        take(server, "区划代码,区划名称,级别\n959100,老库市,市级\n");
        take(server, "单位编码,单位名称,单位性质,机关层级,区划代码\nOLD-1,老库局,政府机关,市级,959100\n");
        add(
                server,
                "organization/people",
                Map.of("code", "OLD-P", "name", "甲", "institutionCode", "OLD-1", "rank", "科员"));
        add(server, "premises/sites", Map.of("code", "OLD-S", "name", "院", "institutionCode", "OLD-1"));
        add(
                server,
                "premises/buildings",
                Map.of(
                        "code",
                        "OLD-B",
                        "name",
                        "老楼",
                        "siteCode",
                        "OLD-S",
                        "institutionCode",
                        "OLD-1",
                        "acquisition",
                        "自有",
                        "titleStatus",
                        "登记在使用单位",
                        "buildingArea",
                        3000,
                        "storeys",
                        3));
        add(server, "premises/floors", Map.of("buildingCode", "OLD-B", "number", 1));
        take(server, "建筑编码,房间号,楼层,单位编码,用途,使用面积\nOLD-B,101,1,OLD-1,办公室,12\n");
        add(
                server,
                "premises/occupancies",
                Map.of("buildingCode", "OLD-B", "roomNumber", "101", "personCode", "OLD-P", "startsOn", "2026-01-05"));

        assertThat(server.get("/api/premises/rooms?q=101&sort=-usableArea").body())
                .contains("老库局");
        assertThat(server.get("/api/search?q=OLD-B").body()).contains("老楼");
        var judged = Soon.soon(
                "a finding of the office of 12 m²",
                () -> server.get("/api/supervision/findings?rule=premises.office-area&sort=excess")
                        .body(),
                found -> found.contains("101"));
        assertThat(judged).contains("老库局");
        assertThat(server.get("/api/supervision/findings?sort=institution").body())
                .contains("老库局");
        assertThat(server.post("/api/supervision/sweeps", "{}").statusCode()).isEqualTo(202);
        assertThat(server.events("/api/supervision/sweeps/latest/events")).anyMatch(line -> line.contains("DONE"));
        assertThat(database.sql("select count(*) from supervision.rule where last_error is not null")
                        .query(Long.class)
                        .single())
                .as("rules that could not be asked")
                .isZero();
    }

    private static void add(RunningServer server, String path, Map<String, ?> row) throws Exception {
        var answer = server.post("/api/" + path, JsonMapper.shared().writeValueAsString(row));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isEqualTo(201);
    }

    private static void take(RunningServer server, String csv) throws Exception {
        var handedIn = server.upload("/api/workbook/imports", "a.csv", csv.getBytes(StandardCharsets.UTF_8));
        assertThat(handedIn.statusCode()).as(handedIn.body()).isEqualTo(202);
        var id = JsonMapper.shared().readTree(handedIn.body()).get("id").asString();
        server.events("/api/workbook/imports/" + id + "/events");
        var applied = server.post("/api/workbook/imports/" + id + "/apply", "{\"skipBad\":false}");
        assertThat(applied.statusCode())
                .as(applied.body()
                        + server.get("/api/workbook/imports/" + id + "/problems")
                                .body())
                .isEqualTo(202);
        server.events("/api/workbook/imports/" + id + "/events");
        assertThat(List.of(server.json("/api/workbook/imports/" + id).get("state")))
                .containsExactly("APPLIED");
    }
}
