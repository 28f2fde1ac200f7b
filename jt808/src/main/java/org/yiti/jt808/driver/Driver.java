package org.yiti.jt808.driver;

import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;

/**
 * What a driver's card says (table 41).
 *
 * @param certificate of the qualification, in 20 bytes (40 in 2011)
 * @param expiry YYYYMMDD; 2011 has none
 * @param idCard since 2019, and in 2011
 */
public record Driver(
        Text name,
        Text certificate,
        Text agency,
        String expiry,
        @Nullable Text idCard) {

    private static final int ID_CARD = 20;
    private static final int CERTIFICATE = 20;

    static Driver pass(Pass<Driver> p) {
        return new Driver(
                p.text(Width.OCTET, "驾驶员姓名", "name", Driver::name),
                p.text(CERTIFICATE, "从业资格证编码", "certificate", Driver::certificate),
                p.text(Width.OCTET, "发证机构名称", "agency", Driver::agency),
                p.digits(4, "证件有效期", "expiry", Driver::expiry),
                p.version() == Version.V2019 ? p.optional("驾驶员身份证号", "idCard", Driver::idCard, Driver::idCard) : null);
    }

    private static Text idCard(Pass<Text> p) {
        return p.text(ID_CARD, "驾驶员身份证号", "idCard", it -> it);
    }

    static Driver of2011(Pass<Driver> p) {
        var name = p.text(Width.OCTET, "驾驶员姓名", "name", Driver::name);
        var idCard = p.text(ID_CARD, "驾驶员身份证编码", "idCard", it -> it.idCard == null ? Text.NONE : it.idCard);
        return new Driver(
                name,
                p.text(2 * CERTIFICATE, "从业资格证编码", "certificate", Driver::certificate),
                p.text(Width.OCTET, "发证机构名称", "agency", Driver::agency),
                "",
                idCard);
    }
}
