package org.yiti.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.yiti.jt808.Version;
import org.yiti.simulator.terminal.Codes;
import org.yiti.simulator.terminal.Device;
import org.yiti.simulator.track.Town;
import org.yiti.simulator.track.Track;

/** Terminals that stand in the inventory and have their codes, planted by SQL; and where they drive. */
final class TerminalWorld {

    private static final int TRACKS = 200;
    private static final String PHONE = "139%08d";
    private static final String CODE = "bench";

    private TerminalWorld() {}

    static void plant(Connection connection, int terminals) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "insert into organization.division (code, name, level) values ('980100', '测量市', 'CITY') on conflict do nothing");
            statement.execute("""
                    insert into organization.institution (code, name, kind, level, division_id)
                    select 'BENCH', '测量局', 'GOVERNMENT_ORGAN', 'CITY', id from organization.division where code = '980100'
                    on conflict do nothing
                    """);
            statement.execute("""
                    insert into telemetry.terminal (institution_id, phone)
                    select i.id, '139' || lpad(n::text, 8, '0') from generate_series(0, %d) n, organization.institution i
                     where i.code = 'BENCH' on conflict do nothing
                    """.formatted(terminals - 1));
            statement.execute("""
                    insert into telemetry.link (terminal_id, code_hash, code_since)
                    select id, sha256(convert_to('bench' || phone, 'UTF8')), now() from telemetry.terminal on conflict do nothing
                    """);
        }
    }

    /** Each in a car of its own. */
    static void fit(Connection connection) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(
                    "update telemetry.terminal set plate = '测A' || right(phone, 5), fitted_on = '2026-01-01' where plate is null");
            statement.execute("""
                    insert into fleet.vehicle (institution_id, plate, type, body, energy, mark_status)
                    select t.institution_id, t.plate, 'OTHER', 'SEDAN', 'GASOLINE', 'MARKED' from telemetry.terminal t
                     where not exists (select from fleet.vehicle v where v.plate = t.plate)
                    """);
        }
    }

    static String code(String phone) {
        return CODE + phone;
    }

    static List<Device> devices(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> new Device(PHONE.formatted(i), "", i % 2 == 0 ? Version.V2019 : Version.V2013))
                .toList();
    }

    static Codes codes(List<Device> devices) {
        return Codes.of(devices.stream().collect(Collectors.toMap(Device::phone, device -> CODE + device.phone())));
    }

    static List<Track> tracks() {
        var random = new SplittableRandom(4);
        var town = new Town(30.25, 120.16, 4);
        return IntStream.range(0, TRACKS).mapToObj(i -> town.drive(90, random)).toList();
    }
}
