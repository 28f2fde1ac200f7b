package org.yiti.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Lists of a million rows and 5,000 institutions under row-level security, as those ask who may see a part of the tree,
 * beside somebody who sees everything.
 */
final class ScopedBench implements Bench.Measurement {

    private static final List<String> WHO = List.of(System.getenv()
            .getOrDefault("BENCH_SCOPES", "one county city several half most province everywhere")
            .split(" "));
    private static final int LISTS = 250;
    private static final int SEARCHES = 60;
    private static final int WARM = 60;
    private static final Set<String> LONG = Set.of("organization/people", "premises/rooms");

    @Override
    public void run(Report report) throws Exception {
        try (var house = House.on(House.WORLDS.resolve("scoped").toAbsolutePath(), "--yiti.demonstration=false")) {
            report.line("postgresql", house.postgres());
            var world = new ScopedWorld(house);
            world.plantOnce(report);
            for (var table :
                    List.of("organization.institution", "organization.person", "premises.room", "premises.building")) {
                report.figure(table, world.count(table), "rows");
            }
            for (var who : WHO) {
                ask(house, who, report);
            }
        }
    }

    private static void ask(House house, String who, Report report) throws Exception {
        var browser = Browser.signedIn(house.address(), who);
        var chance = new Random(2026);
        var questions = new Questions(browser, chance, LONG::contains);
        report.figure(
                who + ".institutions",
                browser.get("/api/organization/institutions?limit=1")
                        .path("total")
                        .asLong(),
                "");
        ask(browser, who, questions::list, WARM);
        Asked.tell(report, who + ".lists", ask(browser, who, questions::list, LISTS));
        ask(browser, who, questions::search, WARM / 4);
        Asked.tell(report, who + ".search", ask(browser, who, questions::search, SEARCHES));
        for (var plan :
                new Plans(house).of(browser, who, "/api/organization/people?limit=50", "organization.person t")) {
            report.line(who + ".plan", plan);
        }
    }

    private static List<Asked> ask(Browser browser, String who, Question question, int times) throws Exception {
        var asked = new ArrayList<Asked>();
        for (var i = 0; i < times; i++) {
            asked.add(Asked.of(browser, who, question.next()));
        }
        return asked;
    }

    private interface Question {
        String next() throws IOException, InterruptedException;
    }
}
