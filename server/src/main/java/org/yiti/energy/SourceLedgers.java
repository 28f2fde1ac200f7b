package org.yiti.energy;

import static org.yiti.energy.EnergyLedgers.institutionCode;
import static org.yiti.energy.EnergyLedgers.institutionName;
import static org.yiti.kernel.ledger.Column.code;
import static org.yiti.kernel.ledger.Column.decimal;
import static org.yiti.kernel.ledger.Column.integer;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Column.yesNo;
import static org.yiti.kernel.ledger.Grade.L2;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.LedgerBook;

/** Where readings come from by themselves (docs/operate/meters.md). */
@Component
class SourceLedgers implements LedgerBook {

    @Override
    public List<Ledger> ledgers() {
        return List.of(sources(), points());
    }

    private static Ledger sources() {
        return Ledger.of("energy.source", "sources", "数据来源", "Sources of readings")
                .records("source", "name")
                .ofInstitution()
                .noted(
                        "MQTT 网关填名称即可；被询问的设备填地址、端口和周期，采集点另填",
                        "of an MQTT gateway its name is enough; a device that is asked has a host, a port, a period, and points of its own")
                .columns(
                        institutionCode(),
                        institutionName(),
                        text("name", "来源名称", "Name", L2)
                                .needed()
                                .upTo(64)
                                .sorted()
                                .formed(new SourceName())
                                .alias("网关名称", "网关编号"),
                        code("protocol", "reading-protocol", "协议", "Protocol", L2)
                                .needed(),
                        text("host", "主机", "Host", L2).upTo(120).alias("IP", "IP地址"),
                        integer("port", "端口", "Port", L2).within(1, 65_535),
                        integer("periodMinutes", "周期（分钟）", "Period (minutes)", L2)
                                .within(1, 1440),
                        yesNo("enabled", "启用", "Enabled", L2),
                        text("note", "说明", "Note", L2).upTo(500).tucked())
                .keyedBy("name");
    }

    private static Ledger points() {
        return Ledger.of("energy.point", "points", "采集点", "Points that are read")
                .records("point", "sourceName", "meterCode", "item")
                .ofInstitution()
                .columns(
                        institutionCode(),
                        institutionName(),
                        via("source", "name", "sourceName", "来源名称", "Source").needed(),
                        via("meter", "code", "meterCode", "表计编码", "Meter code")
                                .needed()
                                .alias("表号"),
                        text("item", "寄存器", "Item", L2)
                                .needed()
                                .upTo(60)
                                .noted("总量填 total", "total for the one consumption is made of"),
                        text("address", "设备地址", "Device address", L2)
                                .needed()
                                .upTo(12)
                                .noted(
                                        "Modbus 为从站号；DL/T 645 为 12 位表号",
                                        "the unit of Modbus; the twelve digits of DL/T 645"),
                        text("function", "功能或数据标识", "Function or identifier", L2)
                                .upTo(20),
                        integer("register", "寄存器地址", "Register", L2).within(0, 65_535),
                        text("kind", "数据类型", "Kind", L2).upTo(4),
                        text("byteOrder", "字节序", "Byte order", L2).upTo(4),
                        decimal("scale", "系数", "Scale", null, 9, L2).within(-1e9, 1e9),
                        decimal("invalid", "无效值", "Invalid", null, 9, L2)
                                .within(-1e18, 1e18)
                                .tucked())
                .keyedBy("sourceName", "meterCode", "item")
                .refers("source", "energy.source", true, "sourceName")
                .refers("meter", "energy.meter", true, "meterCode");
    }
}
