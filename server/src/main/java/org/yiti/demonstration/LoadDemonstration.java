package org.yiti.demonstration;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
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
import org.yiti.kernel.StartWork;
import org.yiti.workbook.LoadLedgers;

/** On the very first start of a house that is to demonstrate itself: the city, its accounts, and a word on how far it is. */
@Component
@Order(100)
class LoadDemonstration implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(LoadDemonstration.class);

    private final String said;
    private final String address;
    private final StartWork start;
    private final Worlds worlds;
    private final JdbcClient database;
    private final LoadLedgers load;
    private final LoadReadings readings;
    private final DemonstrationAccounts accounts;
    private final Desks desks;

    LoadDemonstration(
            @Value("${yiti.demonstration:}") String said,
            @Value("${server.address:}") String address,
            StartWork start,
            Worlds worlds,
            JdbcClient database,
            LoadLedgers load,
            LoadReadings readings,
            DemonstrationAccounts accounts,
            Desks desks) {
        this.said = said;
        this.address = address;
        this.start = start;
        this.worlds = worlds;
        this.database = database;
        this.load = load;
        this.readings = readings;
        this.accounts = accounts;
        this.desks = desks;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        var wanted = said.isBlank() || Boolean.parseBoolean(said);
        if (wanted && (worlds.toLoad().isPresent() || !accounts.list().isEmpty())) {
            refuseBeyondThisMachine(said, address);
        }
        if (wanted) {
            worlds.toLoad().ifPresent(world -> start.run(() -> Acting.as(Account.HOUSE, () -> load(world))));
        }
    }

    /** Everybody knows the password of its accounts: whoever lets others reach it must have said so. */
    static void refuseBeyondThisMachine(String said, String address) {
        try {
            if (said.isBlank()
                    && !address.isBlank()
                    && !InetAddress.getByName(address).isLoopbackAddress()) {
                throw new IllegalStateException(
                        "This would show the demonstration, whose accounts have a password that everybody knows, at "
                                + address
                                + ". Say YITI_DEMONSTRATION=true if that is meant, or YITI_DEMONSTRATION=false for an empty house.");
            }
        } catch (UnknownHostException nowhere) {
            throw new IllegalStateException("There is no address " + address, nowhere);
        }
    }

    /** Every ledger is a transaction of its own, and loading one again changes nothing: whatever was interrupted is gone on with. */
    private void load(Worlds.World begun) {
        var started = System.nanoTime();
        var scale = begun.scale();
        var world = Demonstration.of(begun.seed(), scale, begun.asOf());
        for (var number = firstToLoad(); number < scale.cities; number++) {
            var city = world.cityAlone(number);
            worlds.tellPlanted(scale, number, city.manifest());
            load(city, scale.cities == 1 ? "" : "city " + (number + 1) + "/" + scale.cities + " ");
            // What is loaded next refers to what is there: the planner must know how much that is.
            database.sql("select kernel.learn()::text").query(String.class).single();
        }
        desks.open();
        worlds.loaded();
        log.info("The demonstration bureau 示范市 is loaded, in {} s", (System.nanoTime() - started) / 1_000_000_000);
    }

    /** The last city that has been begun. */
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
                load.load(
                        sheet.ledger(),
                        sheet.columns(),
                        rows.peek(row -> start.step()).map(Arrays::asList));
            }
        }
        var last = sheets.size() + 1;
        readings.load(
                city,
                (rows, all) -> progress(
                        last, last, which + String.format(Locale.ROOT, "energy.reading %,d / %,d rows", rows, all)));
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
}
