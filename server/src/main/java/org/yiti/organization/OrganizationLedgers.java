package org.yiti.organization;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.rank;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L1;
import static org.yiti.kernel.ledger.Grade.L2;
import static org.yiti.kernel.ledger.Grade.L3;
import static org.yiti.kernel.ledger.Grade.L4;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.LedgerBook;
import org.yiti.kernel.ledger.Mask;
import org.yiti.kernel.ledger.Rehoming;

/** The ledgers of who there is. */
@Component
class OrganizationLedgers implements LedgerBook {

    @Override
    public List<Ledger> ledgers() {
        return List.of(divisions(), institutions(), establishments(), departments(), posts(), people(), appointments());
    }

    private static Ledger divisions() {
        return Ledger.of("organization.division", "divisions", "行政区划", "Divisions")
                .ofNobody()
                .objects("division", "name")
                .columns(
                        text("code", "区划代码", "Code", L1).needed().upTo(12).sorted(),
                        text("name", "区划名称", "Name", L1).needed().upTo(60),
                        code("level", "institution-level", "级别", "Level", L1).needed(),
                        via("parent", "code", "parentCode", "上级区划代码", "Parent code"),
                        via("parent", "name", "parentName", "上级区划", "Parent"),
                        date("startsOn", "启用日期", "From", L1).tucked(),
                        date("endsOn", "撤销日期", "Until", L1).tucked(),
                        text("successorCode", "继任代码", "Successor code", L1)
                                .upTo(12)
                                .tucked())
                .keyedBy("code")
                .refers("parent", "organization.division", false, "parentCode")
                .dated("organization.division_past", "division", "name", "level", "parent")
                .checks(Check.order("startsOn", "endsOn"));
    }

    private static Ledger institutions() {
        return Ledger.of("organization.institution", "institutions", "机构", "Institutions")
                .ofItself()
                .objects("institution", "name")
                .searchedBy("name", "shortName", "code", "creditCode")
                .columns(
                        text("code", "单位编码", "Code", L1)
                                .needed()
                                .upTo(40)
                                .sorted()
                                .alias("机构编码", "单位代码", "机构代码")
                                .noted("单位在本系统中的唯一编码，可用统一社会信用代码", "Unique in this system; the credit code will do"),
                        text("name", "单位名称", "Name", L1)
                                .needed()
                                .upTo(120)
                                .sorted()
                                .alias("机构名称", "单位全称", "机构全称"),
                        text("shortName", "单位简称", "Short name", L1)
                                .upTo(60)
                                .tucked()
                                .alias("简称"),
                        text("creditCode", "统一社会信用代码", "Credit code", L1)
                                .upTo(18)
                                .formed(new CreditCodeFormat()),
                        code("kind", "institution-kind", "单位性质", "Kind", L1)
                                .needed()
                                .alias("单位类型", "机构性质", "单位类别"),
                        code("level", "institution-level", "机关层级", "Level", L1)
                                .needed()
                                .alias("行政级别", "层级", "级别", "单位级别"),
                        via("division", "code", "divisionCode", "区划代码", "Division code")
                                .needed()
                                .alias("行政区划代码"),
                        via("division", "name", "divisionName", "行政区划", "Division"),
                        via("parent", "code", "parentCode", "上级单位编码", "Parent code")
                                .tucked()
                                .alias("主管单位编码"),
                        via("parent", "name", "parentName", "上级单位", "Parent").alias("主管部门", "主管单位", "上级主管部门", "上级主管单位"),
                        date("establishedOn", "设立日期", "Established", L1)
                                .tucked()
                                .alias("成立日期"),
                        date("dissolvedOn", "撤销日期", "Dissolved", L1).tucked(),
                        text("phone", "电话", "Phone", L1).upTo(40).tucked().alias("联系电话"),
                        text("address", "地址", "Address", L1).tucked())
                .keyedBy("code")
                .refers("division", "organization.division", true, "divisionCode")
                .refers("parent", "organization.institution", false, "parentCode")
                .dated("organization.institution_past", "institution", "name", "kind", "level", "division", "parent")
                .checks(Check.order("establishedOn", "dissolvedOn"))
                .checks(
                        new Check(
                                "level",
                                false,
                                "w.fate = 'CHANGED' and exists (select from organization.person p where p.institution_id = w.id"
                                        + " and not starts_with(p.rank, w.level || '_'))",
                                new Label(
                                        "层级改变，但所属人员的职级仍按原层级核定；请连同编制、岗位、人员重新导入",
                                        "changes, while the ranks of its people stay those of the level before; hand in establishment, posts and people again")));
    }

    private static Ledger establishments() {
        return Ledger.of("organization.establishment", "establishments", "编制", "Establishment")
                .records("establishment", "institutionName")
                .ofInstitution()
                .columns(
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        rank("rank", "职级", "Rank", L2).needed().alias("职务级别", "职务层次"),
                        integer("headcount", "编制数", "Headcount", L2)
                                .needed()
                                .within(0, 100000)
                                .alias("编制人数", "编制"),
                        date("startsOn", "生效日期", "From", L2).needed(),
                        date("endsOn", "失效日期", "Until", L2),
                        text("approvalNo", "批准文号", "Approval no.", L2))
                .whenMerged(Rehoming.ENDS)
                .keyedBy("institutionCode", "rank", "startsOn")
                .checks(Check.order("startsOn", "endsOn"))
                .checks(Check.alone(
                        "startsOn",
                        "true",
                        "同一职级编制的期间重叠",
                        "overlaps another establishment of the rank",
                        "institution_id",
                        "rank"));
    }

    private static Ledger departments() {
        return Ledger.of("organization.department", "departments", "内设部门", "Departments")
                .ofInstitution()
                .objects("department", "name")
                .columns(
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        text("code", "部门编码", "Code", L2).needed().upTo(40).sorted(),
                        text("name", "部门名称", "Name", L2).needed().upTo(80),
                        via("parent", "code", "parentCode", "上级部门编码", "Parent code")
                                .tucked(),
                        date("startsOn", "设立日期", "From", L2).tucked(),
                        date("endsOn", "撤销日期", "Until", L2).tucked())
                .whenMerged(Rehoming.SUCCEEDED)
                .keyedBy("institutionCode", "code")
                .refers("parent", "organization.department", false, "institutionCode", "parentCode")
                .dated("organization.department_past", "department", "name", "parent")
                .checks(Check.order("startsOn", "endsOn"));
    }

    private static Ledger posts() {
        return Ledger.of("organization.post", "posts", "岗位", "Posts")
                .records("post", "name")
                .ofInstitution()
                .columns(
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        text("code", "岗位编码", "Code", L2).needed().upTo(40).sorted(),
                        text("name", "岗位名称", "Name", L2).needed().upTo(80),
                        rank("rank", "职级", "Rank", L2),
                        via("department", "code", "departmentCode", "部门编码", "Department code")
                                .tucked(),
                        via("department", "name", "departmentName", "部门", "Department")
                                .alias("部门名称", "所在部门"),
                        date("startsOn", "设立日期", "From", L2).tucked(),
                        date("endsOn", "撤销日期", "Until", L2).tucked())
                .whenMerged(Rehoming.SUCCEEDED)
                .keyedBy("institutionCode", "code")
                .refers("department", "organization.department", false, "institutionCode", "departmentCode")
                .dated("organization.post_past", "post", "name", "rank", "department")
                .checks(Check.order("startsOn", "endsOn"));
    }

    private static Ledger people() {
        return Ledger.of("organization.person", "people", "人员", "People")
                .ofInstitution()
                .objects("person", "name")
                .searchedBy("name", "code")
                .columns(
                        text("code", "人员编号", "Code", L2)
                                .personal()
                                .needed()
                                .upTo(40)
                                .sorted()
                                .alias("工号", "职工编号", "员工编号"),
                        text("name", "姓名", "Name", L3)
                                .guarded(Category.PERSONAL, Mask.NAME)
                                .needed()
                                .upTo(60),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        via("department", "code", "departmentCode", "部门编码", "Department code")
                                .tucked(),
                        via("department", "name", "departmentName", "部门", "Department")
                                .alias("部门名称", "所在部门", "科室", "处室", "内设机构"),
                        rank("rank", "职级", "Rank", L2).personal().needed().alias("职务级别", "职务层次", "行政级别"),
                        code("staffing", "staffing", "人员身份", "Staffing", L2)
                                .personal()
                                .tucked()
                                .alias("编制类型"),
                        yesNo("transportAllowance", "领取公务交通补贴", "Transport allowance", L2)
                                .personal()
                                .tucked()
                                .alias("领取车补", "领取公务交通补助", "领取交通补贴"),
                        text("idNumber", "公民身份号码", "Identity number", L4)
                                .guarded(Category.SENSITIVE, Mask.ID_NUMBER)
                                .sealed()
                                .formed(new IdNumberFormat())
                                .upTo(18)
                                .tucked()
                                .alias("身份证号", "身份证号码", "证件号码"),
                        text("phone", "电话", "Phone", L3)
                                .guarded(Category.CONTACT, Mask.PHONE)
                                .sealed()
                                .upTo(40)
                                .tucked()
                                .alias("联系电话", "手机", "手机号码"),
                        date("joinedOn", "到岗日期", "Joined", L2)
                                .personal()
                                .tucked()
                                .alias("入职日期", "到任日期", "报到日期"),
                        date("transferredOn", "调离日期", "Transferred", L2)
                                .personal()
                                .alias("调出日期"),
                        date("retiredOn", "退休日期", "Retired", L2).personal())
                .whenMerged(Rehoming.goes("transferredOn", "retiredOn"))
                .keyedBy("code")
                .refers("department", "organization.department", false, "institutionCode", "departmentCode")
                .dated("organization.person_past", "person", "institution", "department", "rank", "staffing");
    }

    private static Ledger appointments() {
        return Ledger.of("organization.appointment", "appointments", "任职", "Appointments")
                .records("appointment", "personName", "title")
                .ofInstitution()
                .columns(
                        InstitutionColumns.code("任职单位编码"),
                        InstitutionColumns.name("任职单位"),
                        via("person", "code", "personCode", "人员编号", "Person code")
                                .needed()
                                .alias("工号", "职工编号"),
                        via("person", "name", "personName", "姓名", "Name"),
                        via("post", "code", "postCode", "岗位编码", "Post code").tucked(),
                        text("title", "职务名称", "Title", L2)
                                .personal()
                                .needed()
                                .upTo(80)
                                .alias("职务"),
                        yesNo("main", "是否主要任职", "Main post", L2)
                                .personal()
                                .needed()
                                .alias("主要任职"),
                        date("startsOn", "任职日期", "From", L2)
                                .personal()
                                .needed()
                                .sorted()
                                .alias("开始日期"),
                        date("endsOn", "免职日期", "Until", L2).personal().alias("结束日期"))
                .whenMerged(Rehoming.SUCCEEDED)
                .keyedBy("institutionCode", "personCode", "title", "startsOn")
                .refers("person", "organization.person", true, "personCode")
                .refers("post", "organization.post", false, "institutionCode", "postCode")
                .checks(Check.order("startsOn", "endsOn"))
                .checks(Check.alone("startsOn", "r.main", "同一时间已有另一主要任职", "has another main post then", "person_id"));
    }
}
