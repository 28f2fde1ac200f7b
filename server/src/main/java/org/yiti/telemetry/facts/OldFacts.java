package org.yiti.telemetry.facts;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.yiti.kernel.RetainedRows;

/** Trips, stops and nights outlive the positions they were made of, and not for ever: they tell where somebody was as well. */
@Component
class OldFacts extends RetainedRows {

    OldFacts(JdbcClient database) {
        super(
                database,
                "terminal-facts",
                "select count(*) from telemetry.fact where settled and ended_at < :before",
                """
                delete from telemetry.fact where (terminal, kind, about, started_at) in
                       (select terminal, kind, about, started_at from telemetry.fact where settled and ended_at < :before limit :most)
                """);
    }
}
