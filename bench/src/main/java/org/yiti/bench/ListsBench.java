package org.yiti.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Lists and search of a province as people ask them: any ledger, filter, sort, page and scope, over HTTP, one after another. */
final class ListsBench implements Bench.Measurement {

    private static final int LISTS = 800;
    private static final int SEARCHES = 200;
    private static final List<String> PEOPLE = List.of("admin", "admin", "inspector", "officer", "county");

    private final Random chance = new Random(2026);

    @Override
    public void run(Report report) throws Exception {
        try (var house = House.province()) {
            report.line("postgresql", house.postgres());
            var browsers = new ArrayList<Browser>();
            for (var account : PEOPLE) {
                browsers.add(Browser.signedIn(house.address(), account));
            }
            // Of what everybody may filter by: whoever sees least asks for the columns.
            var questions = new Questions(browsers.get(PEOPLE.indexOf("inspector")), chance, ledger -> true);
            ask(browsers, questions::list, 100);
            Asked.tell(report, "lists", ask(browsers, questions::list, LISTS));
            ask(browsers, questions::search, 20);
            Asked.tell(report, "search", ask(browsers, questions::search, SEARCHES));
        }
    }

    private interface Question {
        String next() throws IOException, InterruptedException;
    }

    private List<Asked> ask(List<Browser> browsers, Question question, int times) throws Exception {
        var asked = new ArrayList<Asked>();
        for (var i = 0; i < times; i++) {
            var who = chance.nextInt(PEOPLE.size());
            asked.add(Asked.of(browsers.get(who), PEOPLE.get(who), question.next()));
        }
        return asked;
    }
}
