package org.yiti.demonstration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.yiti.demonstration.Housekeeping.Project;
import org.yiti.demonstration.Organization.Institution;
import org.yiti.demonstration.Premises.Building;
import org.yiti.demonstration.Premises.Room;

/** Projects begun without asking, larger or dearer than was approved, paid from the wrong purse or never settled. */
final class ProjectPlants {
    private final Plants plants;
    private final City city;
    private final Premises premises;
    private int serial;

    ProjectPlants(Plants plants) {
        this.plants = plants;
        this.city = plants.city;
        this.premises = plants.city.premises;
    }

    void sow() {
        plants.attempt(this::approvals);
        plants.attempt(this::sizes);
        plants.attempt(this::purposes);
        plants.attempt(this::overhauls);
        plants.attempt(this::settlements);
    }

    private Institution builder(String name) {
        return plants.pick(
                name,
                city.organization.institutions.where(i -> i.level().equals("CITY")
                        && i.kind().equals("GOVERNMENT_ORGAN")
                        && i.dissolvedOn() == null
                        && !i.shortName().startsWith("机关事务")),
                i -> "builder " + i.code());
    }

    /** A project to which there is nothing to say, but for what is changed. */
    private Project project(String institution, @Nullable Object... changes) {
        LocalDate started = city.asOf.minusDays(300);
        return premises.projects.add(Rows.with(
                new Project(
                        institution,
                        "XM-P%s-%02d".formatted(institution, ++serial),
                        "业务用房改扩建",
                        "EXTENSION",
                        "OFFICE",
                        null,
                        "示发改投资〔%d〕%d号".formatted(started.getYear(), 40 + serial),
                        started.minusDays(60),
                        1200.0,
                        1200.0,
                        4_800_000,
                        4_650_000,
                        "BUDGET",
                        started,
                        city.asOf.minusDays(40),
                        null),
                changes));
    }

    private Project of(String rule, @Nullable Object... changes) {
        return project(builder(rule).code(), changes);
    }

    private void found(String rule, Project project, String done) {
        plants.breach(rule, project.institutionCode(), project.code(), done);
    }

    private void approvals() {
        found("OF-30", of("OF-30", "approvalNo", null, "approvedOn", null), "没有批准文号已开工");
        LocalDate started = city.asOf.minusDays(300);
        Project early = of("OF-30b", "approvedOn", started.plusDays(34));
        plants.breach("OF-30b", early.institutionCode(), early.code(), "开工 34 天后才获批准", 34, 0);
        Project sameDay = of("OF-30b same day", "approvedOn", started);
        plants.nearMiss("OF-30b", sameDay.institutionCode(), "批准当天开工");
    }

    private void sizes() {
        Project large = of("OF-30c", "builtArea", 1286.4);
        plants.breach("OF-30c", large.institutionCode(), large.code(), "建成面积超过批复", 1286.4, 1200);
        Project dear = of("OF-30d", "cost", 5_130_000.0);
        plants.breach("OF-30d", dear.institutionCode(), dear.code(), "投资超概算", 5_130_000, 4_800_000);
        Project exact = of("OF-30d exact", "cost", 4_800_000.0);
        plants.nearMiss("OF-30d", exact.institutionCode(), "投资恰好等于概算");
        found("OF-30e", of("OF-30e", "fundSource", "BANK_LOAN"), "向银行借款建设");
        Project fitted = of(
                "OF-27",
                "kind",
                "FIT_OUT",
                "name",
                "会议室装修",
                "approvedArea",
                300.0,
                "builtArea",
                300.0,
                "cost",
                555_000.0);
        plants.breach("OF-27", fitted.institutionCode(), fitted.code(), "装修每平方米 1850 元", 1850, 1500);
        Project plain = of("OF-27 plain", "kind", "FIT_OUT", "name", "办公室粉刷", "builtArea", 300.0, "cost", 240_000.0);
        plants.nearMiss("OF-27", plain.institutionCode(), "装修每平方米 800 元");
    }

    private void purposes() {
        found("OF-31", of("OF-31", "purpose", "LODGING", "name", "培训中心扩建"), "建设培训中心");
        Building building =
                plants.pick("OF-30f", premises.buildings.where(b -> offices(b) > 4), b -> "building " + b.code());
        Project technical = of(
                "OF-30f",
                "purpose",
                "TECHNICAL",
                "name",
                building.name() + "技术业务用房",
                "kind",
                "NEW_BUILD",
                "buildingCode",
                building.code());
        double area = premises.rooms
                .where(r -> r.buildingCode().equals(building.code()) && r.use().equals("OFFICE"))
                .mapToDouble(Room::usableArea)
                .sum();
        plants.counted("OF-30f", technical.institutionCode(), technical.code(), "技术业务用房里登记了办公室", area);
    }

    private long offices(Building building) {
        return premises.rooms
                .where(r -> r.buildingCode().equals(building.code()) && r.use().equals("OFFICE"))
                .count();
    }

    private Building old(String name) {
        return plants.pick(
                name,
                premises.buildings.where(b -> b.builtOn().isBefore(city.asOf.minusYears(17))
                        && b.titleStatus().equals("REGISTERED_TO_BUREAU")),
                b -> "building " + b.code());
    }

    private void overhauls() {
        Building building = old("OF-26 building");
        Project own =
                of("OF-26", "kind", "OVERHAUL", "name", "办公楼大修", "buildingCode", building.code(), "builtArea", null);
        found("OF-26", own, "使用单位自行大修");
        Building twice = old("OF-26b building");
        LocalDate before = LocalDate.of(2016, 3, 1);
        project(
                twice.institutionCode(),
                "kind",
                "OVERHAUL",
                "name",
                "上一次大修",
                "buildingCode",
                twice.code(),
                "startedOn",
                before,
                "approvedOn",
                before.minusDays(50),
                "acceptedOn",
                before.plusMonths(8),
                "settledOn",
                before.plusMonths(14));
        Project again =
                project(twice.institutionCode(), "kind", "REBUILD", "name", "整体改造", "buildingCode", twice.code());
        found("OF-26b", again, "距上次大修不足 15 年");
    }

    private void settlements() {
        found(
                "OF-33",
                of(
                        "OF-33",
                        "startedOn",
                        city.asOf.minusDays(700),
                        "approvedOn",
                        city.asOf.minusDays(760),
                        "acceptedOn",
                        city.asOf.minusMonths(14)),
                "竣工 14 个月没有财务决算");
        Project late = of(
                "OF-33 in time",
                "startedOn",
                city.asOf.minusDays(700),
                "approvedOn",
                city.asOf.minusDays(760),
                "acceptedOn",
                city.asOf.minusMonths(11));
        plants.nearMiss("OF-33", late.institutionCode(), "竣工不满一年");
    }
}
