package org.yiti.fleet;

import static org.yiti.fleet.FleetLedgers.institutionCode;
import static org.yiti.fleet.FleetLedgers.institutionName;
import static org.yiti.kernel.ledger.Column.date;
import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.via;
import static org.yiti.kernel.ledger.Grade.L2;
import static org.yiti.kernel.ledger.Grade.L3;

import org.yiti.kernel.ledger.Category;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Mask;
import org.yiti.kernel.ledger.Rehoming;

/** Who drives, and for whom and with which licence they drove before. */
final class DriverLedger {

    private DriverLedger() {}

    static Ledger drivers() {
        return Ledger.of("fleet.driver", "drivers", "驾驶员", "Drivers")
                .ofInstitution()
                .objects("driver", "name")
                .columns(
                        text("code", "驾驶员编号", "Code", L2)
                                .personal()
                                .needed()
                                .upTo(40)
                                .sorted(),
                        text("name", "姓名", "Name", L3)
                                .guarded(Category.PERSONAL, Mask.NAME)
                                .needed()
                                .upTo(60),
                        institutionCode(),
                        institutionName(),
                        text("licenceClass", "准驾车型", "Licence class", L2)
                                .personal()
                                .upTo(20),
                        date("licenceExpiresOn", "驾驶证有效期止", "Licence expires", L2)
                                .personal(),
                        text("phone", "电话", "Phone", L3)
                                .guarded(Category.CONTACT, Mask.PHONE)
                                .sealed()
                                .upTo(40)
                                .tucked(),
                        date("joinedOn", "到岗日期", "Joined", L2).personal().tucked(),
                        date("leftOn", "离岗日期", "Left", L2).personal().tucked())
                .whenMerged(Rehoming.goes("leftOn"))
                .keyedBy("code")
                .dated("fleet.driver_past", "driver", "institution", "licenceClass", "licenceExpiresOn");
    }

    static Ledger pastDrivers() {
        return Ledger.of("fleet.driver_past", "driver-pasts", "驾驶员变动", "Former service of drivers")
                .records("driver-past", "driverName")
                .ofInstitution()
                .columns(
                        via("driver", "code", "driverCode", "驾驶员编号", "Driver code")
                                .needed()
                                .tucked(),
                        via("driver", "name", "driverName", "姓名", "Name"),
                        InstitutionColumns.code("原单位编码"),
                        InstitutionColumns.name("原单位"),
                        text("licenceClass", "原准驾车型", "Licence class", L2)
                                .personal()
                                .upTo(20)
                                .alias("准驾车型"),
                        date("licenceExpiresOn", "原驾驶证有效期止", "Licence expires", L2)
                                .personal()
                                .alias("驾驶证有效期止"))
                .pastOf("fleet.driver", "driver")
                .keyedBy("driverCode", "endsOn")
                .refers("driver", "fleet.driver", true, "driverCode");
    }
}
