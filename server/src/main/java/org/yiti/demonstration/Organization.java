package org.yiti.demonstration;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is who in one city. */
final class Organization {
    record Division(
            String code,
            String name,
            String level,
            @Nullable String parentCode,
            @Nullable LocalDate startsOn,
            @Nullable LocalDate since) {}

    record DivisionPast(
            String divisionCode, String name, String level, String parentCode, LocalDate startsOn, LocalDate endsOn) {}

    record Institution(
            String code,
            String name,
            String shortName,
            @Nullable String creditCode,
            String kind,
            String level,
            String divisionCode,
            @Nullable String parentCode,
            LocalDate establishedOn,
            @Nullable LocalDate dissolvedOn,
            String phone,
            String address,
            @Nullable LocalDate since) {}

    record InstitutionPast(
            String institutionCode,
            String name,
            String kind,
            String level,
            String divisionCode,
            @Nullable String parentCode,
            LocalDate startsOn,
            LocalDate endsOn) {}

    record Establishment(
            String institutionCode,
            String rank,
            int headcount,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            String approvalNo) {}

    record Department(
            String institutionCode,
            String code,
            String name,
            LocalDate startsOn,
            @Nullable LocalDate since) {}

    record DepartmentPast(
            String institutionCode, String departmentCode, String name, LocalDate startsOn, LocalDate endsOn) {}

    record Post(
            String institutionCode,
            @Nullable String departmentCode,
            String code,
            String name,
            String rank,
            LocalDate startsOn,
            @Nullable LocalDate since) {}

    record PostPast(
            String institutionCode,
            String postCode,
            String name,
            String rank,
            @Nullable String departmentCode,
            LocalDate startsOn,
            LocalDate endsOn) {}

    record Person(
            String institutionCode,
            String code,
            String name,
            @Nullable String departmentCode,
            String rank,
            String staffing,
            boolean transportAllowance,
            String phone,
            LocalDate joinedOn,
            @Nullable LocalDate transferredOn,
            @Nullable LocalDate retiredOn,
            @Nullable LocalDate since) {
        @Nullable
        LocalDate leftOn() {
            return transferredOn != null ? transferredOn : retiredOn;
        }
    }

    record PersonPast(
            String personCode,
            String institutionCode,
            String rank,
            String staffing,
            LocalDate startsOn,
            LocalDate endsOn) {}

    record Appointment(
            String institutionCode,
            String personCode,
            @Nullable String postCode,
            String title,
            boolean main,
            LocalDate startsOn,
            @Nullable LocalDate endsOn) {}

    final Table<Division> divisions = new Table<>(Division.class, Division::code);
    final Table<DivisionPast> divisionPasts = new Table<>(DivisionPast.class, DivisionPast::divisionCode);
    final Table<Institution> institutions = new Table<>(Institution.class, Institution::code);
    final Table<InstitutionPast> institutionPasts =
            new Table<>(InstitutionPast.class, InstitutionPast::institutionCode);
    final Table<Establishment> establishments =
            new Table<>(Establishment.class, e -> e.institutionCode() + " " + e.rank());
    final Table<Department> departments = new Table<>(Department.class, d -> d.institutionCode() + " " + d.code());
    final Table<DepartmentPast> departmentPasts =
            new Table<>(DepartmentPast.class, d -> d.institutionCode() + " " + d.departmentCode());
    final Table<PostPast> postPasts = new Table<>(PostPast.class, p -> p.institutionCode() + " " + p.postCode());
    final Table<Post> posts = new Table<>(Post.class, p -> p.institutionCode() + " " + p.code());
    final Table<Person> people = new Table<>(Person.class, Person::code);
    final Table<PersonPast> personPasts = new Table<>(PersonPast.class, PersonPast::personCode);
    final Table<Appointment> appointments =
            new Table<>(Appointment.class, a -> a.personCode() + " " + a.title() + " " + a.startsOn());

    Stream<Person> staffOf(String institution) {
        return people.where(p -> p.institutionCode().equals(institution) && p.leftOn() == null);
    }

    int headcountOf(String institution) {
        return establishments
                .where(e -> e.institutionCode().equals(institution))
                .mapToInt(Establishment::headcount)
                .sum();
    }
}
