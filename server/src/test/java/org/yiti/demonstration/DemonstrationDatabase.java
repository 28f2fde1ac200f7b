package org.yiti.demonstration;

import org.yiti.TestDatabase;

/** The ledgers of 示范市 as of a day that does not change, for tests that need a whole city. */
public final class DemonstrationDatabase {

    private DemonstrationDatabase() {}

    public static TestDatabase fresh() {
        return new LoadedWorld().take(Told.WORLD.sheets()).database;
    }
}
