package org.yiti.premises;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;
import static org.yiti.premises.PremisesLedgers.institutionCode;
import static org.yiti.premises.PremisesLedgers.institutionName;

import java.util.List;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.Ledger;

/** The ledgers of what is looked at, reported and paid in of premises. */
final class OversightLedgers {

    private OversightLedgers() {}

    static List<Ledger> all() {
        return List.of(patrols(), filings(), leaseIncomes());
    }

    private static Ledger patrols() {
        return Ledger.of("premises.patrol", "patrols", "办公用房巡检", "Inspections of premises")
                .records("patrol", "institutionName", "doneOn")
                .ofInstitution()
                .noted("单位填被巡检的单位", "The institution is the one inspected")
                .columns(
                        institutionCode(),
                        institutionName(),
                        date("doneOn", "巡检日期", "Inspected", L2).needed().sorted(),
                        text("inspector", "巡检单位", "Inspected by", L2).needed().upTo(200),
                        decimal("score", "得分", "Score", "分", 2, L2).within(0, 100),
                        text("problems", "发现的问题", "Problems", L2).upTo(2000),
                        date("mendBy", "整改期限", "Mend by", L2),
                        date("mendedOn", "整改完成日期", "Mended", L2))
                .keyedBy("institutionCode", "doneOn")
                .checks(Check.order("doneOn", "mendedOn"));
    }

    private static Ledger filings() {
        return Ledger.of("premises.filing", "filings", "办公用房报送公示", "Premises filings")
                .records("premises-filing", "institutionName", "year")
                .ofInstitution()
                .noted("年度填所报送、公示的年度", "The year is the one reported on")
                .columns(
                        institutionCode(),
                        institutionName(),
                        integer("year", "年度", "Year", L2)
                                .needed()
                                .within(1990, 2100)
                                .sorted()
                                .alias("年份"),
                        code("kind", "premises-filing-kind", "事项", "Kind", L2)
                                .needed()
                                .alias("报送事项"),
                        date("filedOn", "日期", "Filed", L2).needed().alias("报送日期", "公示日期", "备案日期"),
                        text("documentNo", "文号", "Document no.", L2),
                        text("note", "说明", "Note", L2).upTo(2000).tucked())
                .keyedBy("institutionCode", "year", "kind");
    }

    private static Ledger leaseIncomes() {
        return Ledger.of("premises.lease_income", "lease-incomes", "出租收入", "Income of leases")
                .records("lease-income", "contractNo", "startsOn")
                .ofInstitution()
                .columns(
                        institutionCode(),
                        institutionName(),
                        via("lease", "contractNo", "contractNo", "合同编号", "Contract no.")
                                .needed(),
                        via("lease", "place", "place", "房屋坐落", "Place"),
                        date("startsOn", "期间起", "From", L2).needed().sorted(),
                        date("endsOn", "期间止", "Until", L2).needed(),
                        decimal("amount", "应收租金", "Rent", "元", 2, L2).needed().within(0, 1e12),
                        date("receivedOn", "收款日期", "Received", L2),
                        text("receiptNo", "缴库凭证号", "Treasury receipt no.", L2))
                .keyedBy("institutionCode", "contractNo", "startsOn")
                .refers("lease", "premises.lease", true, "institutionCode", "contractNo")
                .checks(Check.order("startsOn", "endsOn"));
    }
}
