package org.yiti.demonstration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;
import org.yiti.identity.DemonstrationAccounts;
import org.yiti.identity.Role;
import org.yiti.workbook.LoadLedgers;

/** On the very first start of a house that is to demonstrate itself: the city, its accounts, and a word on how far it is. */
@Component
@Order(100)
class LoadDemonstration implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(LoadDemonstration.class);

    private final boolean wanted;
    private final Scale scale;
    private final long seed;
    private final JdbcClient database;
    private final LoadLedgers load;
    private final DemonstrationAccounts accounts;
    private final Clock clock;

    LoadDemonstration(
            @Value("${yiti.demonstration:true}") boolean wanted,
            @Value("${yiti.demonstration-scale:${SCALE:city}}") String scale,
            @Value("${yiti.demonstration-seed:2026}") long seed,
            JdbcClient database,
            LoadLedgers load,
            DemonstrationAccounts accounts,
            Clock clock) {
        this.wanted = wanted;
        this.scale = Scale.valueOf(scale.toUpperCase(Locale.ROOT));
        this.seed = seed;
        this.database = database;
        this.load = load;
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (wanted && (is("not exists (select from organization.institution)") || unfinished())) {
            Acting.as(Account.HOUSE, this::load);
        }
    }

    /** Accounts are opened last; no real institution stands in a division of the made-up province. */
    private boolean unfinished() {
        return is("not exists (select from identity.account) and exists (select from organization.division d"
                + " join organization.institution i on i.division_id = d.id where d.code like '98%')");
    }

    private boolean is(String condition) {
        return database.sql("select " + condition).query(Boolean.class).single();
    }

    private void load() {
        var begun = System.nanoTime();
        var world = Demonstration.of(seed, scale, LocalDate.now(clock));
        for (var number = firstToLoad(); number < scale.cities; number++) {
            load(world.cityAlone(number), scale.cities == 1 ? "" : "city " + (number + 1) + "/" + scale.cities + " ");
            // What is loaded next refers to what is there: the planner must know how much that is.
            database.sql("analyze").update();
        }
        openAccounts();
        log.info("The demonstration bureau 示范市 is loaded, in {} s", (System.nanoTime() - begun) / 1_000_000_000);
    }

    /** The last city that has been begun: loading it again changes nothing that is there. */
    private int firstToLoad() {
        var begun = database.sql("""
                        select count(distinct left(d.code, 4)) from organization.division d
                          join organization.institution i on i.division_id = d.id
                         where d.code like '98%' and d.code <> '980000'
                        """).query(Integer.class).single();
        return Math.max(0, begun - 1);
    }

    private void load(Demonstration city, String which) {
        var sheets = city.sheets();
        var done = 0;
        for (var sheet : sheets) {
            progress(++done, sheets.size() + 1, which + sheet.ledger());
            try (var rows = sheet.rows()) {
                load.load(sheet.ledger(), sheet.columns(), rows.map(Arrays::asList));
            }
        }
        progress(sheets.size() + 1, sheets.size() + 1, which + "energy.reading");
        try (var readings = city.readings()) {
            load.load(
                    "energy.reading",
                    List.of("meterCode", "at", "amount"),
                    readings.map(reading -> List.of(reading.meterCode(), reading.at(), reading.amount())));
        }
    }

    private static void progress(int step, int steps, String what) {
        var filled = step * 24 / steps;
        log.info(
                "Loading the demonstration bureau [{}{}] {}/{} {}",
                "#".repeat(filled),
                ".".repeat(24 - filled),
                step,
                steps,
                what);
    }

    /** The bureau's administrator and inspector see all of the city; officers see their own part. */
    private void openAccounts() {
        var bureau = institution("name like '示范市机关事务%'");
        accounts.open("admin", "王管理", Role.ADMINISTRATOR, bureau, true);
        accounts.open("inspector", "李督查", Role.INSPECTOR, bureau, true);
        accounts.open("officer", "张经办", Role.OFFICER, institution("name like '示范市财政局%'"), false);
        accounts.open("county", "赵县办", Role.OFFICER, institution("level = 'COUNTY' and name like '%机关事务%'"), false);
    }

    private UUID institution(String condition) {
        return database.sql("select id from organization.institution where " + condition + " order by code limit 1")
                .query(UUID.class)
                .single();
    }
}
