package org.yiti.workbook.imports;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Units as people write them: of what they are, and how many of the plainest they make. */
final class Units {

    /** @param of what it measures; only units of the same can be turned into one another */
    record Unit(String of, BigDecimal size) {}

    private static final Map<String, Unit> UNITS = new HashMap<>();
    private static final List<String> POWERS = List.of("", "十", "百", "千", "万", "十万", "百万", "千万", "亿");
    private static final BigDecimal GIGAJOULE =
            new BigDecimal(1000).divide(new BigDecimal("3.6"), MathContext.DECIMAL64);

    static {
        counted("money", "1", "元");
        counted("area", "1", "m2", "平方米", "平米", "平方");
        plain("area", "10000", "公顷", "ha");
        plain("area", "1000000", "km2", "平方公里", "平方千米");
        counted("length", "1000", "km", "公里", "千米");
        plain("length", "1", "m", "米");
        plain("length", "1000", "千米");
        plain("length", "10000000", "万千米");
        counted("volume", "1", "l", "升");
        plain("volume", "0.001", "ml", "毫升", "cc", "cm3", "立方厘米");
        counted("volume", "1000", "m3", "立方米", "立方", "方");
        counted("energy", "1", "kwh", "kw·h", "千瓦时", "千瓦小时", "度");
        plain("energy", "1000", "mwh", "兆瓦时");
        plain("energy", "1000000", "gwh", "吉瓦时");
        joules("1", "gj", "吉焦", "百万千焦");
        joules("0.001", "mj", "兆焦");
        joules("0.000001", "kj", "千焦");
        joules("1000", "tj", "太焦");
        joules("10000", "万gj", "万吉焦");
        counted("mass", "1000", "t", "吨");
        plain("mass", "1", "kg", "公斤", "千克");
        plain("mass", "0.001", "g", "克");
        counted("coal equivalent", "1000", "tce", "吨标准煤", "吨标煤");
        plain("coal equivalent", "1", "kgce", "千克标准煤", "公斤标准煤");
        counted("things", "1", "人", "名", "辆", "台", "座", "个", "间", "层");
    }

    private static final Pattern RENMINBI = Pattern.compile("^人民币");
    private static final Pattern POWER = Pattern.compile("[百千]?万|亿");

    private Units() {}

    private static void counted(String of, String size, String... words) {
        for (var word : words) {
            for (var power : POWERS) {
                UNITS.put(power + word, new Unit(of, new BigDecimal(size).multiply(times(power))));
            }
        }
    }

    /** 千 before 米 or 克 belongs to the word; so do the powers of what has a letter of its own. */
    private static void plain(String of, String size, String... words) {
        for (var word : words) {
            UNITS.put(word, new Unit(of, new BigDecimal(size)));
        }
    }

    private static void joules(String gigajoules, String... words) {
        for (var word : words) {
            UNITS.put(word, new Unit("energy", GIGAJOULE.multiply(new BigDecimal(gigajoules))));
        }
    }

    private static BigDecimal times(String power) {
        var number = BigDecimal.ONE;
        for (var i = 0; i < power.length(); i++) {
            number = number.scaleByPowerOfTen(
                    switch (power.charAt(i)) {
                        case '十' -> 1;
                        case '百' -> 2;
                        case '千' -> 3;
                        case '万' -> 4;
                        default -> 8;
                    });
        }
        return number;
    }

    /** What a word means as a unit; a year behind money is left off. */
    static Optional<Unit> of(String word) {
        var plain = HeaderUnits.normal(word).replace("㎡", "m2");
        plain = RENMINBI.matcher(plain).replaceFirst("");
        var money = plain.endsWith("元/年") || plain.endsWith("元/a");
        var known = UNITS.get(money ? plain.substring(0, plain.length() - 2) : plain);
        return known == null && POWER.matcher(plain).matches()
                ? Optional.of(new Unit("money", times(plain)))
                : Optional.ofNullable(known);
    }

    /** By how much a number in the one is multiplied to be in the other; empty where none of the one is any of the other. */
    static Optional<BigDecimal> factor(Unit from, Unit into) {
        return from.of().equals(into.of())
                ? Optional.of(
                        from.size().divide(into.size(), MathContext.DECIMAL64).stripTrailingZeros())
                : Optional.empty();
    }
}
