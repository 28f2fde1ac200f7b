package org.yiti.law.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.law.LawIsMalformed;
import org.yiti.law.Rule;
import org.yiti.law.RuleBench;
import org.yiti.law.RuleFiles;

@Component
class OnTheBench implements RuleBench {

    private static final Pattern PLACED = Pattern.compile("(?s)^(?:\\S*/)?([a-z]+\\.(?:yml|sql))(?::(\\d+))?:? (.*)$");

    private final LawFolder folder;
    private final CaseBench cases;
    private final JdbcClient jdbc;

    OnTheBench(LawFolder folder, CaseBench cases, JdbcClient jdbc) {
        this.folder = folder;
        this.cases = cases;
        this.jdbc = jdbc;
    }

    @Override
    public Reading read(RuleFiles files) {
        try {
            return new Reading(folder.read(files), List.of());
        } catch (LawIsMalformed e) {
            return new Reading(
                    null, e.complaints().stream().map(OnTheBench::complaint).toList());
        }
    }

    private static Complaint complaint(String message) {
        var placed = PLACED.matcher(message);
        return placed.matches()
                ? new Complaint(
                        placed.group(1),
                        placed.group(2) == null ? null : Integer.valueOf(placed.group(2)),
                        placed.group(3))
                : new Complaint("rule.yml", null, message);
    }

    @Override
    public List<CaseOutcome> cases(Rule rule) {
        return cases.run(rule);
    }

    @Override
    public Map<String, List<String>> facts() {
        var facts = new TreeMap<String, List<String>>();
        jdbc.sql("""
                select c.relname, a.attname
                  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                 where c.relnamespace = 'facts'::regnamespace and c.relkind = 'v'
                 order by c.relname, a.attnum
                """).query(row -> {
            facts.computeIfAbsent(row.getString(1), name -> new ArrayList<>()).add(row.getString(2));
        });
        return new LinkedHashMap<>(facts);
    }
}
