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
    /** Those to whom the county of 981003 is nothing. */
    private static final Set<String> ELSEWHERE_IS_HIDDEN = Set.of("one", "county", "city");

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
        if (ELSEWHERE_IS_HIDDEN.contains(who)) {
            lookElsewhere(browser, who, report);
        }
        for (var plan :
                new Plans(house).of(browser, who, "/api/organization/people?limit=50", "organization.person t")) {
            report.line(who + ".plan", plan);
        }
    }

    /** Whether a number is somebody else's or nobody's: by turns, so that whatever else the machine does meets both. */
    private static void lookElsewhere(Browser browser, String who, Report report) throws Exception {
        var theirs = new ArrayList<Asked>();
        var nobodys = new ArrayList<Asked>();
        for (var i = 0; i < WARM + LISTS; i++) {
            var path = "/api/organization/people?limit=50&code=981003-005";
            var pair = List.of(
                    Asked.of(browser, who, path + "%04d".formatted(1 + i % 80)),
                    Asked.of(browser, who, path + "%04d".formatted(9001 + i % 80)));
            if (i >= WARM) {
                theirs.add(pair.get(0));
                nobodys.add(pair.get(1));
            }
        }
        Asked.tell(report, who + ".number_of_another", theirs);
        Asked.tell(report, who + ".number_of_nobody", nobodys);
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
