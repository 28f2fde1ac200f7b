package org.yiti.jt808.session;

import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Look;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;

/**
 * Registration of a terminal (clause 8.8). Rooms for maker, model and terminal grew with each edition; which is spoken
 * follows from what there is room for and where the colour stands, since there are terminals that say 2019 and register as
 * in 2013, and vehicles without a plate whose VIN makes a body of 2011 as long as one of 2013. Padding of either kind, on
 * either side, is kept.
 *
 * @param province first two digits of GB/T 2260, 0 leaves it to the platform
 * @param city last four digits of GB/T 2260
 * @param plateColor JT/T 415 (2013) or JT/T 697.7 (2019); 0 means there is no plate
 * @param plate the plate, or the VIN of a vehicle without one
 */
public record Registration(int province, int city, Text maker, Text model, Text terminal, int plateColor, Text plate) {

    public static final Kind<Registration> KIND = Kind.of(0x0100, "终端注册", "registration", Registration::pass);

    /** Of plates, as parameter 0084 has them too. */
    public static final Meaning COLOR = Meaning.codes("""
            0 未上牌 no plate
            1 蓝色 blue
            2 黄色 yellow
            3 黑色 black
            4 白色 white
            5 绿色 green
            9 其他 other
            91 农黄色 yellow of farm vehicles
            92 农绿色 green of farm vehicles
            93 黄绿色 yellow and green
            94 渐变绿色 fading green
            """);

    /** Longer than any plate or VIN: how far a text is looked at. */
    private static final int LONGEST_PLATE = 32;

    static Registration pass(Pass<Registration> p) {
        var said = p.version();
        var rooms = Rooms.values()[
                p.decide(
                        look -> Rooms.fitting(said, look).ordinal(),
                        it -> Rooms.of(said, it).ordinal())];
        return new Registration(
                p.word("省域ID", "province", Registration::province),
                p.word("市县域ID", "city", Registration::city),
                p.text(rooms.maker, "制造商ID", "maker", Registration::maker),
                switch (rooms) {
                    case OF_2011 -> p.textAndSpaces(rooms.model, "终端型号", "model", Registration::model);
                    case OF_2013 -> p.text(rooms.model, "终端型号", "model", Registration::model);
                    case OF_2019 -> p.textAtEnd(rooms.model, "终端型号", "model", Registration::model);
                },
                p.text(rooms.terminal, "终端ID", "terminal", Registration::terminal),
                p.octet("车牌颜色", "plateColor", COLOR, Registration::plateColor),
                p.text("车辆标识", "plate", Registration::plate));
    }

    /**
     * The edition of before 2019 whose rooms a body fills: by its length, and where both may be, by where a colour and a
     * plate or VIN stand.
     */
    public static Version editionOf(Bytes body) {
        var look = new Look() {
            @Override
            public int remaining() {
                return body.length();
            }

            @Override
            public int peek(int ahead) {
                return ahead >= 0 && ahead < body.length() ? body.at(ahead) : -1;
            }
        };
        return Rooms.fitting(Version.V2013, look) == Rooms.OF_2011 ? Version.V2011 : Version.V2013;
    }

    private enum Rooms {
        OF_2011(5, 8, 7),
        OF_2013(5, 20, 7),
        OF_2019(11, 30, 30);

        private final int maker;
        private final int model;
        private final int terminal;

        Rooms(int maker, int model, int terminal) {
            this.maker = maker;
            this.model = model;
            this.terminal = terminal;
        }

        /** The newest there is room for, not newer than the edition that was said, unless the content tells better. */
        static Rooms fitting(Version said, Look look) {
            var rooms = values()[said.ordinal()];
            while (rooms != OF_2011 && look.remaining() < rooms.fixed()) {
                rooms = values()[rooms.ordinal() - 1];
            }
            if (rooms == OF_2019 || look.remaining() < OF_2013.fixed()) {
                return rooms;
            }
            var in2011 = OF_2011.isFilled(look);
            return in2011 == OF_2013.isFilled(look) ? rooms : in2011 ? OF_2011 : OF_2013;
        }

        /** Bytes in front of the plate. */
        private int fixed() {
            return 4 + maker + model + terminal + 1;
        }

        /** Whether a colour stands where it has to, and behind it a text without zeros before its end. */
        private boolean isFilled(Look look) {
            var color = look.peek(fixed() - 1);
            var end = look.remaining();
            while (end > fixed() && end < Integer.MAX_VALUE && look.peek(end - 1) == 0) {
                end--;
            }
            for (var at = fixed(); at < Math.min(end, fixed() + LONGEST_PLATE); at++) {
                if (look.peek(at) < ' ') {
                    return false;
                }
            }
            return !COLOR.of(color, Version.V2019).isEmpty();
        }

        /** What was read fills its rooms exactly. */
        static Rooms of(Version said, Registration it) {
            for (var rooms : values()) {
                if (it.maker.bytes().length() == rooms.maker
                        && it.model.bytes().length() == rooms.model
                        && it.terminal.bytes().length() == rooms.terminal) {
                    return rooms;
                }
            }
            return values()[said.ordinal()];
        }
    }
}
