package org.yiti.reception;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;

/** A course that was held: for whom, for how long, at what cost. */
final class TrainingLedger {

    private TrainingLedger() {}

    static Ledger trainings() {
        return Ledger.of("reception.training", "trainings", "培训班", "Training courses")
                .ofInstitution()
                .objects("training", "name")
                .searchedBy("trainingNo", "name")
                .columns(
                        text("trainingNo", "培训编号", "Training no.", L2).needed().upTo(60),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        text("name", "培训名称", "Name", L2).needed().alias("培训班名称"),
                        code("grade", "training-class", "培训类别", "Class", L2)
                                .needed()
                                .alias("培训级别"),
                        date("startsOn", "开始日期", "From", L2).needed().sorted(),
                        date("endsOn", "结束日期", "Until", L2).needed(),
                        integer("trainees", "参训人数", "Trainees", L2)
                                .needed()
                                .within(1, 100_000)
                                .alias("学员人数", "参加人数"),
                        integer("staff", "工作人员数", "Staff", L2).within(0, 10_000).alias("工作人员"),
                        decimal("cost", "培训费", "Cost", "元", 2, L2)
                                .needed()
                                .within(0, 1_000_000_000)
                                .noted("不含师资费", "without what lecturers cost"),
                        text("planApprovalNo", "年度培训计划批准文号", "Approval of the plan", L2)
                                .upTo(80)
                                .tucked())
                .keyedBy("trainingNo")
                .checks(Check.order("startsOn", "endsOn"));
    }
}
