package org.yiti.safeguard.audit;

import java.nio.file.Path;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.yiti.TestDatabase;

/** A process of its own that seals, commits, says so, and is killed before it signs. */
final class HouseToKill {

    static final String COMMITTED = "committed";

    private HouseToKill() {}

    /** @param told the address of the database, the folder of the keys */
    public static void main(String[] told) throws InterruptedException {
        var source = new DriverManagerDataSource(told[0], TestDatabase.OWNER, TestDatabase.OWNER);
        var house = new AuditedHouse(TestDatabase.at(told[0]), source, Path.of(told[1]));
        house.with(7, "account/officer");
        System.out.println(COMMITTED);
        Thread.sleep(Long.MAX_VALUE);
        house.sign();
    }
}
