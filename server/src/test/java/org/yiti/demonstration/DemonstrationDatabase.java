package org.yiti.demonstration;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.TestDatabase;

/** The ledgers of 示范市 as of a day that does not change, for tests that need a whole city. */
public final class DemonstrationDatabase {

    private DemonstrationDatabase() {}

    public static void into(TestDatabase database) {
        new LoadedWorld(database).take(Told.WORLD.sheets());
        // It comes as it is read, not as it is kept; a house that was opened before it came had nothing unencrypted.
        JdbcClient.create(database.dataSource())
                .sql("delete from safeguard.sealed_place")
                .update();
    }
}
