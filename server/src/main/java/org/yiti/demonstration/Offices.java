package org.yiti.demonstration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Organization.Person;

/** The rooms an institution needs, before they have a place: who sits with whom, what else there is and how large. */
final class Offices {
    record Wanted(
            String institution,
            String use,
            double area,
            @Nullable Double toilet,
            List<Person> people,
            @Nullable Integer idleDays) {}

    private final Limits limits = new Limits();
    private final Chance chance;

    Offices(Chance chance) {
        this.chance = chance.under("offices");
    }

    List<Wanted> wantedBy(Hosts host, List<Person> staff, int headcount) {
        Chance own = chance.under(host.code());
        List<Wanted> wanted = new ArrayList<>();
        offices(host, staff, wanted, own);
        int idle = (int) Math.round(wanted.size() * 0.03);
        for (int i = 0; i < idle; i++) {
            wanted.add(
                    new Wanted(host.code(), "OFFICE", Bays.between(12, 26, own), null, List.of(), own.whole(15, 150)));
        }
        double offices = sum(wanted);
        fill(wanted, host, "SERVICE", headcount * own.real(4.1, 5.5), 14, 90, own);
        fill(wanted, host, "EQUIPMENT", (sum(wanted)) * own.real(0.045, 0.072), 8, 48, own);
        if (technical(host)) {
            fill(wanted, host, "TECHNICAL", offices * own.real(0.25, 0.45), 24, 140, own);
        }
        return wanted;
    }

    private void offices(Hosts host, List<Person> staff, List<Wanted> wanted, Chance own) {
        List<Person> sharing = new ArrayList<>();
        String department = "";
        for (Person person : byDepartment(staff)) {
            double limit = limits.of(person.rank());
            if (limit > 12 || (limit > 9 && own.happens(0.55))) {
                boolean leader = limit >= 30;
                Double toilet = leader && own.happens(0.7) ? (Double) Rows.rounded(own.real(3.2, 5.4), 2) : null;
                wanted.add(office(host, List.of(person), limit, toilet, own));
                continue;
            }
            String its = String.valueOf(person.departmentCode());
            if (!sharing.isEmpty() && (!its.equals(department) || sharing.size() >= tables(own))) {
                wanted.add(office(host, sharing, 0, null, own));
                sharing = new ArrayList<>();
            }
            department = its;
            sharing.add(person);
        }
        if (!sharing.isEmpty()) {
            wanted.add(office(host, sharing, 0, null, own));
        }
    }

    private static int tables(Chance own) {
        int die = own.whole(1, 10);
        return die <= 2 ? 1 : die <= 7 ? 2 : die <= 9 ? 3 : 4;
    }

    private static List<Person> byDepartment(List<Person> staff) {
        return staff.stream()
                .sorted(java.util.Comparator.comparing(
                                (Person p) -> p.departmentCode() == null ? "" : p.departmentCode())
                        .thenComparing(Person::code))
                .toList();
    }

    private Wanted office(Hosts host, List<Person> people, double limit, @Nullable Double toilet, Chance own) {
        double allowed = people.stream().mapToDouble(p -> limits.of(p.rank())).sum();
        double low = limit >= 18 ? 0.86 : 0.80;
        double area = Bays.between(allowed * low, allowed * 0.985, own);
        return new Wanted(host.code(), "OFFICE", area, toilet, List.copyOf(people), null);
    }

    private static void fill(
            List<Wanted> wanted, Hosts host, String use, double total, double low, double high, Chance own) {
        double left = total;
        while (left >= low) {
            double area =
                    Bays.between(low, Math.max(low + 1, Math.min(high, Math.min(left, low + own.real(4, high)))), own);
            wanted.add(new Wanted(host.code(), use, area, null, List.of(), null));
            left -= area;
        }
    }

    private static boolean technical(Hosts host) {
        String kind = host.institution().kind();
        String name = host.institution().shortName();
        return kind.equals("COURT")
                || kind.equals("PROCURATORATE")
                || kind.startsWith("PUBLIC_INSTITUTION")
                || name.equals("公安局")
                || name.equals("社保中心");
    }

    private static double sum(List<Wanted> wanted) {
        return wanted.stream().mapToDouble(Wanted::area).sum();
    }
}
