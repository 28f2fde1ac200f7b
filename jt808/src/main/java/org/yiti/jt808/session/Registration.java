package org.yiti.jt808.session;

import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Look;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;

/**
 * Registration of a terminal (clause 8.8). Rooms for maker, model and terminal grew with each edition; which is spoken
 * follows from what there is room for, since there are terminals that say 2019 and register as in 2013.
 *
 * @param province first two digits of GB/T 2260, 0 leaves it to the platform
 * @param city last four digits of GB/T 2260
 * @param plateColor JT/T 415 (2013) or JT/T 697.7 (2019); 0 means there is no plate
 * @param plate the plate, or the VIN of a vehicle without one
 */
public record Registration(int province, int city, Text maker, Text model, Text terminal, int plateColor, Text plate) {

    public static final Kind<Registration> KIND = Kind.of(0x0100, "终端注册", "registration", Registration::pass);

    private static final Meaning COLOR = Meaning.codes("""
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
                rooms == Rooms.OF_2019
                        ? p.textAtEnd(rooms.model, "终端型号", "model", Registration::model)
                        : p.text(rooms.model, "终端型号", "model", Registration::model),
                p.text(rooms.terminal, "终端ID", "terminal", Registration::terminal),
                p.octet("车牌颜色", "plateColor", COLOR, Registration::plateColor),
                p.text("车辆标识", "plate", Registration::plate));
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

        /** The newest there is room for, not newer than the edition that was said. */
        static Rooms fitting(Version said, Look look) {
            var rooms = values()[said.ordinal()];
            while (rooms != OF_2011 && look.remaining() < 5 + rooms.maker + rooms.model + rooms.terminal) {
                rooms = values()[rooms.ordinal() - 1];
            }
            return rooms;
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
