package org.yiti.organization;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.rank;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.LedgerBook;

/** The ledgers of what institutions, departments, posts and people were before. */
@Component
class PastLedgers implements LedgerBook {

    @Override
    public List<Ledger> ledgers() {
        return List.of(institutions(), departments(), posts(), people());
    }

    private static Ledger institutions() {
        return Ledger.of("organization.institution_past", "institution-pasts", "机构沿革", "Former institutions")
                .records("institution-past", "name")
                .ofInstitution()
                .pastOf("organization.institution")
                .columns(
                        via("institution", "code", "institutionCode", "单位编码", "Institution code")
                                .needed()
                                .tucked(),
                        via("institution", "name", "institutionName", "现名称", "Now"),
                        text("name", "原名称", "Former name").needed().upTo(120),
                        code("kind", "institution-kind", "单位性质", "Kind").needed(),
                        code("level", "institution-level", "机关层级", "Level").needed(),
                        via("division", "code", "divisionCode", "区划代码", "Division code")
                                .needed(),
                        via("division", "name", "divisionName", "行政区划", "Division"),
                        via("parent", "code", "parentCode", "上级单位编码", "Parent code")
                                .tucked(),
                        via("parent", "name", "parentName", "上级单位", "Parent"),
                        date("startsOn", "起始日期", "From"),
                        date("endsOn", "截止日期", "Until").needed())
                .keyedBy("institutionCode", "endsOn")
                .refers("division", "organization.division", true, "divisionCode")
                .refers("parent", "organization.institution", false, "parentCode")
                .checks(Check.past("organization.institution", "institution_id"));
    }

    private static Ledger departments() {
        return Ledger.of("organization.department_past", "department-pasts", "部门沿革", "Former departments")
                .records("department-past", "name")
                .ofInstitution()
                .pastOf("organization.department")
                .columns(
                        via("institution", "code", "institutionCode", "单位编码", "Institution code")
                                .needed()
                                .tucked(),
                        via("institution", "name", "institutionName", "单位名称", "Institution"),
                        via("department", "code", "departmentCode", "部门编码", "Department code")
                                .needed()
                                .tucked(),
                        via("department", "name", "departmentName", "现名称", "Now"),
                        text("name", "原名称", "Former name").needed().upTo(80),
                        via("parent", "code", "parentCode", "上级部门编码", "Parent code")
                                .tucked(),
                        date("startsOn", "起始日期", "From"),
                        date("endsOn", "截止日期", "Until").needed())
                .keyedBy("institutionCode", "departmentCode", "endsOn")
                .refers("department", "organization.department", true, "institutionCode", "departmentCode")
                .refers("parent", "organization.department", false, "institutionCode", "parentCode")
                .checks(Check.past("organization.department", "department_id"));
    }

    private static Ledger posts() {
        return Ledger.of("organization.post_past", "post-pasts", "岗位变动", "Former posts")
                .records("post-past", "name")
                .ofInstitution()
                .pastOf("organization.post")
                .columns(
                        via("institution", "code", "institutionCode", "单位编码", "Institution code")
                                .needed()
                                .tucked(),
                        via("institution", "name", "institutionName", "单位名称", "Institution"),
                        via("post", "code", "postCode", "岗位编码", "Post code").needed(),
                        text("name", "原名称", "Former name").needed().upTo(80),
                        rank("rank", "职级", "Rank"),
                        via("department", "code", "departmentCode", "部门编码", "Department code")
                                .tucked(),
                        via("department", "name", "departmentName", "部门", "Department"),
                        date("startsOn", "起始日期", "From"),
                        date("endsOn", "截止日期", "Until").needed())
                .keyedBy("institutionCode", "postCode", "endsOn")
                .refers("post", "organization.post", true, "institutionCode", "postCode")
                .refers("department", "organization.department", false, "institutionCode", "departmentCode")
                .checks(Check.past("organization.post", "post_id"));
    }

    private static Ledger people() {
        return Ledger.of("organization.person_past", "person-pasts", "人员变动", "Former service")
                .records("person-past", "personName")
                .ofInstitution()
                .pastOf("organization.person")
                .columns(
                        via("person", "code", "personCode", "人员编号", "Person code")
                                .needed()
                                .tucked(),
                        via("person", "name", "personName", "姓名", "Name"),
                        via("institution", "code", "institutionCode", "原单位编码", "Institution code")
                                .needed()
                                .tucked()
                                .alias("单位编码"),
                        via("institution", "name", "institutionName", "原单位", "Institution"),
                        via("department", "code", "departmentCode", "原部门编码", "Department code")
                                .tucked()
                                .alias("部门编码"),
                        via("department", "name", "departmentName", "原部门", "Department"),
                        rank("rank", "原职级", "Rank").needed().alias("职级"),
                        code("staffing", "staffing", "人员身份", "Staffing").tucked(),
                        date("startsOn", "起始日期", "From"),
                        date("endsOn", "截止日期", "Until").needed())
                .keyedBy("personCode", "endsOn")
                .refers("person", "organization.person", true, "personCode")
                .refers("department", "organization.department", false, "institutionCode", "departmentCode")
                .checks(Check.past("organization.person", "person_id"));
    }
}
