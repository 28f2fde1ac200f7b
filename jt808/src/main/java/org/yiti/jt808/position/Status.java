package org.yiti.jt808.position;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Word;

/** The status field of a position (table 25 of 2013, table 26 of 2019), bit by bit. Editions have more and more of them. */
public record Status(long bits) {

    /** Bit, the first edition that has it, what it says when it is 1 and, where that is worth saying, when it is 0. */
    private static final List<Named> NAMED = Named.table("""
            0 2011 ACC开 ACC on | ACC关 ACC off
            1 2011 定位 fixed | 未定位 not fixed
            2 2011 南纬 south | 北纬 north
            3 2011 西经 west | 东经 east
            4 2011 停运状态 out of service | 运营状态 in service
            5 2011 经纬度已加密 position encrypted | 经纬度未加密 position not encrypted
            6 2019 紧急刹车前撞预警 forward collision warning
            7 2019 车道偏移预警 lane departure warning
            10 2011 车辆油路断开 fuel cut | 车辆油路正常 fuel not cut
            11 2011 车辆电路断开 power cut | 车辆电路正常 power not cut
            12 2011 车门加锁 doors locked | 车门解锁 doors unlocked
            13 2013 门1开(前门) door 1 open (front)
            14 2013 门2开(中门) door 2 open (middle)
            15 2013 门3开(后门) door 3 open (rear)
            16 2013 门4开(驾驶席门) door 4 open (driver)
            17 2013 门5开(自定义) door 5 open
            18 2013 使用GPS GPS used
            19 2013 使用北斗 BeiDou used
            20 2013 使用GLONASS GLONASS used
            21 2013 使用Galileo Galileo used
            22 2019 车辆行驶 moving | 车辆停止 standing
            """);

    private static final List<Word> LOAD = List.of(
            new Word("空车", "empty", 8),
            new Word("半载", "half loaded", 8),
            new Word("载重保留值", "reserved load", 8),
            new Word("满载", "fully loaded", 8));

    static final Meaning BITS = (value, version) -> {
        var words = new TreeMap<Integer, Word>();
        for (var bit = 0; bit < 32; bit++) {
            if ((value >>> bit & 1) != 0) {
                words.put(bit, Meaning.reserved(bit));
            }
        }
        NAMED.stream().filter(named -> version.atLeast(named.since)).forEach(named -> named.put(value, words));
        if (version.atLeast(Version.V2013)) {
            words.remove(9);
            words.put(8, LOAD.get((int) (value >>> 8) & 3));
        }
        return List.copyOf(words.values());
    };

    /** A bit with its words. */
    private record Named(
            int bit, Version since, Word one, @Nullable Word zero) {

        static List<Named> table(String lines) {
            return lines.lines().map(Named::of).toList();
        }

        private static Named of(String line) {
            var sides = line.split(" \\| ");
            var cells = sides[0].split(" ", 4);
            return new Named(
                    Integer.parseInt(cells[0]),
                    Version.valueOf("V" + cells[1]),
                    new Word(cells[2], cells[3]),
                    sides.length > 1 ? word(sides[1].split(" ", 2)) : null);
        }

        private static Word word(String[] cells) {
            return new Word(cells[0], cells[1]);
        }

        void put(long value, Map<Integer, Word> words) {
            var word = (value >>> bit & 1) != 0 ? one : zero;
            if (word != null) {
                words.put(bit, word.at(bit));
            }
        }
    }

    public static final int ACC = 0;
    public static final int FIXED = 1;
    public static final int SOUTH = 2;
    public static final int WEST = 3;
    public static final int OUT_OF_SERVICE = 4;
    public static final int ENCRYPTED = 5;
    public static final int FUEL_CUT = 10;
    public static final int POWER_CUT = 11;
    public static final int DOORS_LOCKED = 12;
    public static final int MOVING = 22;

    private static final Meaning[] LATITUDES = Place.all(90, new Word("北纬", "north"), new Word("南纬", "south"));
    private static final Meaning[] LONGITUDES = Place.all(180, new Word("东经", "east"), new Word("西经", "west"));

    /** Degrees with the sign a status gives them, for an explanation. */
    static Meaning latitude(long status) {
        return LATITUDES[(int) (status >>> SOUTH & 1 | status >>> ENCRYPTED - 1 & 2)];
    }

    static Meaning longitude(long status) {
        return LONGITUDES[(int) (status >>> WEST & 1 | status >>> ENCRYPTED - 1 & 2)];
    }

    public boolean has(int bit) {
        return (bits >>> bit & 1) != 0;
    }

    public boolean isAccOn() {
        return has(ACC);
    }

    /** Whether the position is the terminal's own, and now; otherwise it is the last one known, or zero. */
    public boolean isFixed() {
        return has(FIXED);
    }

    /** Positions behind a confidentiality plug-in are no places on a map. */
    public boolean isEncrypted() {
        return has(ENCRYPTED);
    }

    /** 0 empty, 1 half, 3 full (since 2013). */
    public int load() {
        return (int) (bits >>> 8) & 3;
    }

    /** Door 1 to 5 (since 2013). */
    public boolean isDoorOpen(int door) {
        return has(12 + door);
    }
}
