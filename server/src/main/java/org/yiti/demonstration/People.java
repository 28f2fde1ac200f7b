package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Organization.Appointment;
import org.yiti.demonstration.Organization.Department;
import org.yiti.demonstration.Organization.Establishment;
import org.yiti.demonstration.Organization.Person;
import org.yiti.demonstration.Organization.Post;

/** Staffs an institution: departments, a pyramid of ranks, posts held, an establishment that has room for them all. */
final class People {
    static final LocalDate REFORM = LocalDate.of(2019, 3, 1);

    private final Organization organization;
    private final Chance chance;
    private final LocalDate asOf;
    private final Names names = new Names();
    private final Map<String, List<String>> commonDepartments = new LinkedHashMap<>();
    private final Map<String, Map<String, Post>> posts = new LinkedHashMap<>();

    People(Organization organization, Chance chance, LocalDate asOf) {
        this.organization = organization;
        this.chance = chance.under("people");
        this.asOf = asOf;
        Lines.of("departments.txt").forEach(line -> commonDepartments.put(line[0], Lines.words(line[1])));
    }

    void staff(Hosts host) {
        List<Department> departments = departments(host);
        Map<String, Integer> established = new LinkedHashMap<>();
        int serial = 0;
        for (Seat seat : seats(host, departments)) {
            Person person = person(host, seat, ++serial);
            if (person.leftOn() == null && person.staffing().equals("ESTABLISHED")) {
                established.merge(person.rank(), 1, Integer::sum);
            }
        }
        Chance own = chance.under(host.code() + " establishment");
        established.forEach((rank, count) -> organization.establishments.add(new Establishment(
                host.code(),
                rank,
                count + (rank.endsWith("_STAFF") ? own.whole(2, 5) : own.whole(0, 1)),
                REFORM,
                null,
                "示编办〔2019〕%d号".formatted(own.whole(10, 180)))));
    }

    private List<Department> departments(Hosts host) {
        int wanted = Math.max(3, host.people() / 9);
        List<Department> made = new ArrayList<>();
        List<String> common = commonDepartments.getOrDefault(host.tier(), List.of());
        Stream.concat(
                        Stream.concat(common.stream().limit(3), host.departments().stream()),
                        common.stream().skip(3))
                .distinct()
                .limit(wanted)
                .forEach(name -> made.add(organization.departments.add(
                        new Department(host.code(), "D%02d".formatted(made.size() + 1), name, REFORM, null))));
        return made;
    }

    private record Seat(String rank, Post post, boolean leaves) {}

    private List<Seat> seats(Hosts host, List<Department> departments) {
        List<Seat> seats = new ArrayList<>();
        String tier = host.tier();
        String chief = switch (tier) {
            case "CITY" -> "CITY_BUREAU_CHIEF";
            case "COUNTY" -> "COUNTY_SECTION_CHIEF";
            default -> "TOWNSHIP_CHIEF";
        };
        String deputy = chief.replace("_CHIEF", "_DEPUTY");
        boolean township = tier.equals("TOWNSHIP");
        leaders(seats, host, tier + "_CHIEF", township ? 0 : host.chiefs(), "领导(正职)");
        leaders(seats, host, tier + "_DEPUTY", township ? 0 : host.deputies(), "领导(副职)");
        leaders(seats, host, chief, township ? host.chiefs() : 1, host.head());
        leaders(seats, host, deputy, township ? host.deputies() : 2 + host.people() / 40, "副" + host.head());
        int leaving = Math.max(1, host.people() / 40);
        for (int i = seats.size(); i < host.people() + leaving; i++) {
            Department department = departments.get(i % departments.size());
            int within = i / departments.size();
            String title = within == 0 ? "负责人" : within == 1 ? "副职负责人" : "工作人员";
            Post post = post(host, department.code(), department.name() + title, tier + "_STAFF");
            seats.add(new Seat(tier + "_STAFF", post, i >= host.people()));
        }
        return seats;
    }

    private void leaders(List<Seat> seats, Hosts host, String rank, int count, String title) {
        for (int i = 0; i < count; i++) {
            seats.add(new Seat(rank, post(host, null, title, rank), false));
        }
    }

    private Post post(Hosts host, @Nullable String department, String name, String rank) {
        Map<String, Post> known = posts.computeIfAbsent(host.code(), code -> new LinkedHashMap<>());
        return known.computeIfAbsent(
                name,
                unknown -> organization.posts.add(new Post(
                        host.code(), department, "P%03d".formatted(known.size() + 1), name, rank, REFORM, null)));
    }

    private Person person(Hosts host, Seat seat, int serial) {
        Chance own = chance.under(host.code(), serial);
        LocalDate joined = asOf.minusDays(own.whole(500, 9000));
        LocalDate left = seat.leaves() ? asOf.minusDays(own.whole(70, 540)) : null;
        boolean retires = own.happens(0.6);
        Person person = organization.people.add(new Person(
                host.code(),
                host.code() + "%04d".formatted(serial),
                names.draw(own),
                seat.post().departmentCode(),
                seat.rank(),
                staffing(seat, own),
                seat.rank().endsWith("_STAFF")
                        || seat.rank().contains("BUREAU")
                        || seat.rank().contains("SECTION"),
                "1%02d0000%04d".formatted(own.whole(30, 89), own.whole(0, 9999)),
                left == null ? joined : left.minusDays(own.whole(retires ? 9000 : 700, 13000)),
                retires ? null : left,
                retires ? left : null,
                null));
        LocalDate from = later(person.joinedOn(), REFORM);
        organization.appointments.add(new Appointment(
                host.code(), person.code(), seat.post().code(), seat.post().name(), true, from, left));
        return person;
    }

    private static String staffing(Seat seat, Chance own) {
        if (!seat.rank().endsWith("_STAFF")) {
            return "ESTABLISHED";
        }
        int die = own.whole(1, 100);
        return die <= 86 ? "ESTABLISHED" : die <= 89 ? "SECONDED" : die <= 92 ? "SUPPORT" : "CONTRACTED";
    }

    static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
