package org.yiti.fleet;

import static org.yiti.fleet.FleetLedgers.institutionCode;
import static org.yiti.fleet.FleetLedgers.institutionName;
import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.Label;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.law.Gate;

/** What an institution asks to buy. The caps that vehicles are judged by afterwards stand at the door. */
final class PurchaseRequestLedger {

    /** Which limit holds: that of an explained need, of new energy, or the ordinary one; buses have only the first. */
    private static final String TIER = """
            case when trim(w.special_need) <> '' and law.most({parameter}, w.institution_id, w.requested_on, w.type, w.body, 'SPECIAL') is not null then 'SPECIAL'
                 when w.energy in ('PLUG_IN_HYBRID', 'BATTERY_ELECTRIC', 'FUEL_CELL')
                      and law.most({parameter}, w.institution_id, w.requested_on, w.type, w.body, 'NEW_ENERGY') is not null then 'NEW_ENERGY'
                 when law.most({parameter}, w.institution_id, w.requested_on, w.type, w.body, 'NORMAL') is null then 'SPECIAL'
                 else 'NORMAL' end
            """;

    private PurchaseRequestLedger() {}

    static Ledger requests() {
        return Ledger.of("fleet.purchase_request", "purchase-requests", "车辆购置申请", "Requests for vehicles")
                .ofInstitution()
                .records("purchase-request", "requestNo")
                .columns(
                        text("requestNo", "申请单号", "Request no.", L2).needed().upTo(60),
                        institutionCode(),
                        institutionName(),
                        date("requestedOn", "申请日期", "Requested", L2).needed().sorted(),
                        code("type", "vehicle-type", "车辆类型", "Type", L2).needed(),
                        code("body", "vehicle-body", "车型", "Body", L2).needed(),
                        code("energy", "vehicle-energy", "能源类型", "Energy", L2).needed(),
                        decimal("price", "申请价格", "Price", "元", 2, L2)
                                .within(0, 100_000_000)
                                .noted("不含车辆购置税", "without vehicle purchase tax"),
                        decimal("displacement", "排气量", "Displacement", "L", 2, L2)
                                .within(0, 20),
                        text("specialNeed", "特殊工作需要说明", "Special need", L2).tucked(),
                        text("approvalNo", "批准文号", "Approval no.", L2).tucked(),
                        text("replaces", "被更新车辆号牌", "Replaces", L2)
                                .upTo(12)
                                .identifying()
                                .formed(new PlateFormat())
                                .tucked()
                                .alias("被更新车辆", "更新车辆号牌"),
                        text("earlyApprovalNo", "提前更新批准文号", "Approval of early replacement", L2)
                                .tucked(),
                        code("status", "request-status", "状态", "Status", L2))
                .keyedBy("requestNo")
                .checks(
                        most("price", "vehicle-price-cap", "false"),
                        most(
                                "displacement",
                                "vehicle-displacement-cap",
                                "w.energy in ('PLUG_IN_HYBRID', 'BATTERY_ELECTRIC', 'FUEL_CELL')"),
                        tooEarly(),
                        unknown());
    }

    /** On the anniversary itself it is not yet more than so many years. */
    private static Check tooEarly() {
        var asked = "('vehicle-renewal-years', w.institution_id, w.requested_on)";
        return new Check(
                "replaces",
                true,
                "trim(coalesce(w.early_approval_no, '')) = '' and exists (select from fleet.vehicle v where v.plate = w.replaces and v.institution_id = w.institution_id"
                        + " and w.requested_on <= (v.registered_on + make_interval(years => law.number" + asked
                        + "::int))::date)",
                new Label(
                        "使用年限未超过 ' || trim_scale(law.number" + asked + ") || ' 年且没有提前更新批准文号（' || law.clause" + asked
                                + " || '）",
                        "is not more than ' || trim_scale(law.number" + asked
                                + ") || ' years old, and there is no approval of early replacement (' || law.clause"
                                + asked
                                + " || ')"));
    }

    private static Check unknown() {
        return new Check(
                "replaces",
                false,
                "w.replaces <> '' and not exists (select from fleet.vehicle v where v.plate = w.replaces and v.institution_id = w.institution_id"
                        + " and v.registered_on is not null)",
                new Label(
                        "不在本单位车辆台账或没有注册登记日期，无法判断使用年限",
                        "is not among the vehicles of the institution with a day of registration: its age is not known"));
    }

    private static Check most(String column, String parameter, String unless) {
        return Gate.most(
                column,
                parameter,
                "w.requested_on",
                unless,
                "w.type",
                "w.body",
                TIER.replace("{parameter}", "'" + parameter + "'"));
    }
}
