package org.yiti.jt808;

import java.util.Optional;
import org.yiti.jt808.layout.Layout;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;

/**
 * Header of a message (clause 4.4.3). Holds the attributes as they came, so that even a reserved bit goes back out.
 *
 * @param attributes bit 0-9 length of the body in this frame, 10-12 encryption, 13 one of several packages, 14 edition 2019
 * @param protocolVersion 1 in the edition of 2019; 0 before, where there is no such field
 * @param phone the digits of the terminal's number as they came, zeros in front included
 * @param total packages of the message, 0 when it has but one
 * @param number of this package, from 1
 */
public record Header(int id, int attributes, int protocolVersion, String phone, int serial, int total, int number) {

    static final int VERSIONED = 1 << 14;
    static final int IN_PACKAGES = 1 << 13;
    private static final int LENGTH = 0x3ff;
    private static final Meaning ATTRIBUTES = Meaning.bits("""
            10 RSA加密 RSA encryption
            13 分包 in packages
            14 版本标识 edition of 2019
            """);

    static Layout<Header> layout(Dialect dialect) {
        return pass -> pass(pass, dialect);
    }

    private static Header pass(Pass<Header> p, Dialect dialect) {
        var id = p.word("消息ID", "id", Header::id);
        var attributes = p.word(
                "消息体属性", "attributes", (value, version) -> ATTRIBUTES.of(value & ~LENGTH, version), Header::attributes);
        var versioned = (attributes & VERSIONED) != 0;
        var version = versioned ? p.octet("协议版本号", "protocolVersion", Header::protocolVersion) : 0;
        var phone = p.digits(versioned ? 10 : dialect.phoneBytes(), "终端手机号", "phone", Header::phone);
        var serial = dialect.serialsOfOneByte().contains(id)
                ? p.octet("消息流水号", "serial", Header::serial)
                : p.word("消息流水号", "serial", Header::serial);
        var packaged = (attributes & IN_PACKAGES) != 0;
        var total = packaged ? p.word("消息总包数", "total", Header::total) : 0;
        var number = packaged ? p.word("包序号", "number", Header::number) : 0;
        return new Header(id, attributes, version, phone, serial, total, number);
    }

    /** How many bytes the header itself takes. */
    int size(Dialect dialect) {
        var phoneAndVersion = isVersioned() ? 11 : dialect.phoneBytes();
        var serialBytes = dialect.serialsOfOneByte().contains(id) ? 1 : 2;
        return 4 + phoneAndVersion + serialBytes + (isInPackages() ? 4 : 0);
    }

    /** What the header says the body's length is. */
    public int bodyLength() {
        return attributes & LENGTH;
    }

    public boolean isVersioned() {
        return (attributes & VERSIONED) != 0;
    }

    public boolean isInPackages() {
        return (attributes & IN_PACKAGES) != 0;
    }

    /** 0 none, 1 RSA, others reserved; a body that is encrypted is not looked into. */
    public int encryption() {
        return attributes >>> 10 & 7;
    }

    /** Serial of the first package of the message, by which packages belong together (clause 4.4.3, package item). */
    public int firstSerial() {
        return isInPackages() ? serial - number + 1 & 0xffff : serial;
    }

    /** The number without zeros in front: some terminals send as many as there is room for, some do not. */
    public String shortPhone() {
        var start = 0;
        while (start < phone.length() - 1 && phone.charAt(start) == '0') {
            start++;
        }
        return phone.substring(start);
    }

    /** Some makers put an IMEI there as a binary number, without its check digit: nibbles above 9 tell. */
    public Optional<String> imei() {
        if (phone.length() != 12 || phone.chars().allMatch(Character::isDigit)) {
            return Optional.empty();
        }
        var number = Long.parseLong(phone, 16);
        return number >= 100_000_000_000_000L ? Optional.empty() : Optional.of(withCheckDigit(number));
    }

    private static String withCheckDigit(long number) {
        var digits = String.format("%014d", number);
        var sum = 0;
        for (var i = 0; i < 14; i++) {
            var digit = (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 2);
            sum += digit > 9 ? digit - 9 : digit;
        }
        return digits + (10 - sum % 10) % 10;
    }

    Header of(int length, int package_, int packages) {
        var packaged = packages > 1;
        var bits = attributes & ~(LENGTH | IN_PACKAGES) | length | (packaged ? IN_PACKAGES : 0);
        var next = serial + Math.max(0, package_ - 1) & 0xffff;
        return new Header(id, bits, protocolVersion, phone, next, packaged ? packages : 0, packaged ? package_ : 0);
    }
}
