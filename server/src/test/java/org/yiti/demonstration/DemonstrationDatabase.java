package org.yiti.demonstration;

import org.yiti.TestDatabase;

/** The ledgers of 示范市 as of a day that does not change, for tests that need a whole city. */
public final class DemonstrationDatabase {

    private DemonstrationDatabase() {}

    public static void into(TestDatabase database) {
        new LoadedWorld(database).take(Told.WORLD.sheets());
    }
}
