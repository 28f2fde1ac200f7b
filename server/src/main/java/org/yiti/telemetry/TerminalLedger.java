package org.yiti.telemetry;

import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.LedgerBook;
import org.yiti.kernel.ledger.Rehoming;

/** The terminals that may speak to the house, and the areas their vehicles are looked at for. */
@Component
class TerminalLedger implements LedgerBook {

    @Override
    public List<Ledger> ledgers() {
        return List.of(terminals(), FenceLedger.fences());
    }

    private static Ledger terminals() {
        return Ledger.of("telemetry.terminal", "terminals", "车载终端", "Vehicle terminals")
                .ofInstitution()
                .objects("terminal", "phone")
                .searchedBy("phone", "deviceNo", "plate")
                .noted("车辆台账的终端号填写此处的终端手机号", "the terminal no. of a vehicle is the phone number given here")
                .columns(
                        text("phone", "终端手机号", "Terminal phone", L2)
                                .needed()
                                .upTo(20)
                                .sorted()
                                .formed(new PhoneFormat())
                                .alias("终端号", "SIM卡号", "手机号", "北斗终端号"),
                        via("institution", "code", "institutionCode", "单位编码", "Institution code")
                                .needed()
                                .tucked(),
                        via("institution", "name", "institutionName", "单位名称", "Institution"),
                        text("plate", "安装车辆号牌", "Fitted to", L2).upTo(12).alias("号牌号码", "车牌号"),
                        text("deviceNo", "终端ID", "Device no.", L2).upTo(30).alias("终端编号"),
                        text("maker", "制造商", "Maker", L2).upTo(40).tucked().alias("厂商"),
                        text("model", "终端型号", "Model", L2).upTo(40).alias("型号"),
                        text("imei", "IMEI", "IMEI", L2).upTo(15).tucked(),
                        code("dialect", "terminal-dialect", "协议方言", "Dialect", L2)
                                .tucked(),
                        yesNo("registersAgain", "允许重新注册", "May register again", L2)
                                .tucked(),
                        date("fittedOn", "安装日期", "Fitted", L2),
                        date("removedOn", "拆除日期", "Removed", L2))
                .whenMerged(Rehoming.goes("removedOn"))
                .keyedBy("phone")
                .checks(Check.order("fittedOn", "removedOn"));
    }
}
