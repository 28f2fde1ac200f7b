package org.yiti.organization;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.rank;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L1;
import static org.yiti.kernel.ledger.Grade.L2;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.LedgerBook;

/** The ledgers of what institutions, departments, posts and people were before. */
@Component
class PastLedgers implements LedgerBook {

    @Override
    public List<Ledger> ledgers() {
        return List.of(divisions(), institutions(), departments(), posts(), people());
    }

    private static Ledger divisions() {
        return Ledger.of("organization.division_past", "division-pasts", "区划沿革", "Former divisions")
                .ofNobody()
                .records("division-past", "name")
                .columns(
                        via("division", "code", "divisionCode", "区划代码", "Code").needed(),
                        via("division", "name", "divisionName", "现名称", "Now"),
                        text("name", "原名称", "Former name", L1).needed().upTo(60),
                        code("level", "institution-level", "级别", "Level", L1).needed(),
                        via("parent", "code", "parentCode", "上级区划代码", "Parent code")
                                .tucked(),
                        via("parent", "name", "parentName", "上级区划", "Parent"))
                .pastOf("organization.division", "division")
                .keyedBy("divisionCode", "endsOn")
                .refers("division", "organization.division", true, "divisionCode")
                .refers("parent", "organization.division", false, "parentCode");
    }

    private static Ledger institutions() {
        return Ledger.of("organization.institution_past", "institution-pasts", "机构沿革", "Former institutions")
                .records("institution-past", "name")
                .ofInstitution()
                .columns(
                        InstitutionColumns.code(),
                        via("institution", "name", "institutionName", "现名称", "Now"),
                        text("name", "原名称", "Former name", L2).needed().upTo(120),
                        code("kind", "institution-kind", "单位性质", "Kind", L2).needed(),
                        code("level", "institution-level", "机关层级", "Level", L2).needed(),
                        via("division", "code", "divisionCode", "区划代码", "Division code")
                                .needed(),
                        via("division", "name", "divisionName", "行政区划", "Division"),
                        via("parent", "code", "parentCode", "上级单位编码", "Parent code")
                                .tucked(),
                        via("parent", "name", "parentName", "上级单位", "Parent"))
                .pastOf("organization.institution", "institution")
                .keyedBy("institutionCode", "endsOn")
                .refers("division", "organization.division", true, "divisionCode")
                .refers("parent", "organization.institution", false, "parentCode");
    }

    private static Ledger departments() {
        return Ledger.of("organization.department_past", "department-pasts", "部门沿革", "Former departments")
                .records("department-past", "name")
                .ofInstitution()
                .columns(
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        via("department", "code", "departmentCode", "部门编码", "Department code")
                                .needed()
                                .tucked(),
                        via("department", "name", "departmentName", "现名称", "Now"),
                        text("name", "原名称", "Former name", L2).needed().upTo(80),
                        via("parent", "code", "parentCode", "上级部门编码", "Parent code")
                                .tucked())
                .pastOf("organization.department", "department")
                .keyedBy("institutionCode", "departmentCode", "endsOn")
                .refers("department", "organization.department", true, "institutionCode", "departmentCode")
                .refers("parent", "organization.department", false, "institutionCode", "parentCode");
    }

    private static Ledger posts() {
        return Ledger.of("organization.post_past", "post-pasts", "岗位变动", "Former posts")
                .records("post-past", "name")
                .ofInstitution()
                .columns(
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        via("post", "code", "postCode", "岗位编码", "Post code").needed(),
                        text("name", "原名称", "Former name", L2).needed().upTo(80),
                        rank("rank", "职级", "Rank", L2),
                        via("department", "code", "departmentCode", "部门编码", "Department code")
                                .tucked(),
                        via("department", "name", "departmentName", "部门", "Department"))
                .pastOf("organization.post", "post")
                .keyedBy("institutionCode", "postCode", "endsOn")
                .refers("post", "organization.post", true, "institutionCode", "postCode")
                .refers("department", "organization.department", false, "institutionCode", "departmentCode");
    }

    private static Ledger people() {
        return Ledger.of("organization.person_past", "person-pasts", "人员变动", "Former service")
                .records("person-past", "personName")
                .ofInstitution()
                .columns(
                        via("person", "code", "personCode", "人员编号", "Person code")
                                .needed()
                                .alias("工号", "职工编号")
                                .tucked(),
                        via("person", "name", "personName", "姓名", "Name"),
                        InstitutionColumns.code("原单位编码"),
                        InstitutionColumns.name("原单位"),
                        via("department", "code", "departmentCode", "原部门编码", "Department code")
                                .tucked()
                                .alias("部门编码"),
                        via("department", "name", "departmentName", "原部门", "Department"),
                        rank("rank", "原职级", "Rank", L2).personal().needed().alias("职级"),
                        code("staffing", "staffing", "人员身份", "Staffing", L2)
                                .personal()
                                .tucked())
                .pastOf("organization.person", "person")
                .keyedBy("personCode", "endsOn")
                .refers("person", "organization.person", true, "personCode")
                .refers("department", "organization.department", false, "institutionCode", "departmentCode");
    }
}
