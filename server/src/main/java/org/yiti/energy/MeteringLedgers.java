package org.yiti.energy;

import static org.yiti.energy.EnergyLedgers.institutionCode;
import static org.yiti.energy.EnergyLedgers.institutionName;
import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.time;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Column;
import org.yiti.kernel.ledger.Ledger;

/** What turns readings of a register into consumption and money: the history of meters, and prices. */
final class MeteringLedgers {

    private static final HoursFormat HOURS = new HoursFormat();

    private MeteringLedgers() {}

    static Ledger installations() {
        return Ledger.of("energy.installation", "installations", "表计履历", "Meter histories")
                .records("installation", "meterCode", "beginsAt")
                .ofInstitutionOf("meter")
                .noted(
                        "换表、清零、变比调整各填一行：时刻、旧表止码、新表起码；不知道的留空，不估填",
                        "one row for each replacement, reset and new ratio: its moment, what the old register showed, what the new one shows; what is not known stays empty")
                .columns(
                        via("meter", "code", "meterCode", "表计编码", "Meter code")
                                .needed()
                                .alias("表号"),
                        via("meter", "name", "meterName", "表计名称", "Meter"),
                        time("beginsAt", "时刻", "Moment", L2).needed().sorted().alias("换表时间", "变更时间"),
                        code("kind", "register-beginning", "事由", "What happened", L2)
                                .needed(),
                        decimal("endRegister", "旧表止码", "Old register at its end", null, 6, L2)
                                .within(0, 1e12),
                        decimal("startRegister", "新表起码", "New register at its beginning", null, 6, L2)
                                .within(0, 1e12),
                        integer("digits", "新表位数", "New digits", L2)
                                .within(1, 15)
                                .tucked(),
                        decimal("ratio", "新倍率", "New ratio", null, 3, L2).within(0.001, 100_000))
                .keyedBy("meterCode", "beginsAt")
                .refers("meter", "energy.meter", true, "meterCode");
    }

    static Ledger tariffs() {
        return Ledger.of("energy.tariff", "tariffs", "能源价格", "Tariffs")
                .records("tariff", "institutionName", "validFrom")
                .ofInstitution()
                .noted(
                        "本单位及下级单位适用；分时电价填写尖峰谷的价格与时段，其余时段按平段价格",
                        "for the institution and those below it; hours of no period cost the price itself")
                .columns(
                        institutionCode(),
                        institutionName(),
                        code("energyKind", "energy-kind", "能源种类", "Energy kind", L2)
                                .needed()
                                .alias("能源类型"),
                        date("validFrom", "起始日期", "From", L2).needed().sorted(),
                        price("price", "平段价格", "Price").needed().alias("单价", "价格"),
                        price("sharpPrice", "尖段价格", "Sharp price").tucked(),
                        hours("sharpHours", "尖段时段", "Sharp hours"),
                        price("peakPrice", "峰段价格", "Peak price"),
                        hours("peakHours", "峰段时段", "Peak hours"),
                        price("valleyPrice", "谷段价格", "Valley price"),
                        hours("valleyHours", "谷段时段", "Valley hours"))
                .keyedBy("institutionCode", "energyKind", "validFrom");
    }

    private static Column price(String name, String zh, String en) {
        return decimal(name, zh, en, "元", 6, L2).within(0, 9000);
    }

    private static Column hours(String name, String zh, String en) {
        return text(name, zh, en, L2).upTo(60).formed(HOURS).tucked();
    }
}
