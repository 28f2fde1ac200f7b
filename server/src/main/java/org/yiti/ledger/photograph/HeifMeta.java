package org.yiti.ledger.photograph;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The box {@code meta} of a HEIF: which items there are, where their bytes lie (ISO/IEC 14496-12, 8.11), and what is told
 * about them. Items that are pictures or made of pictures stay, and what is needed to show them; the rest is blanked.
 */
final class HeifMeta {

    private static final Set<String> PICTURES = Set.of(
            "hvc1", "hev1", "lhv1", "avc1", "av01", "vvc1", "jpeg", "j2k1", "unci", "grid", "iden", "iovl", "tmap");
    private static final Set<String> SEEN =
            Set.of("hdlr", "pitm", "iloc", "iinf", "iprp", "iref", "idat", "dinf", "grpl");
    /** Properties of decoding, size, colour, turning, and of what belongs to what. */
    private static final Set<String> PROPERTIES = Set.of(
            "hvcC", "lhvC", "avcC", "av1C", "vvcC", "jpgC", "j2kH", "uncC", "cmpd", "cmpC", "icef", "ispe", "pixi",
            "colr", "pasp", "clap", "irot", "imir", "auxC", "clli", "mdcv", "cclv", "amve", "ndwt", "reve", "lsel",
            "tols", "oinf", "a1op", "a1lx", "rloc", "iscl");

    private static final int VERSION_AND_FLAGS = 4;
    private static final int MOST_EXTENTS = 1 << 16;
    private static final int IN_FILE = 0;
    private static final int IN_META = 1;

    private final Ranges file = new Ranges();
    private final Ranges inside = new Ranges();
    private final Map<Long, String> types = new HashMap<>();
    private int extents;

    private HeifMeta() {}

    /**
     * Blanks what is to be left out of it.
     *
     * @param meta what the box holds
     * @return what has to stay elsewhere, by places in the file
     */
    static Ranges bare(byte[] meta) throws BrokenPicture {
        try {
            return new HeifMeta().read(Box.within(meta, VERSION_AND_FLAGS, meta.length));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | ArithmeticException broken) {
            throw new BrokenPicture("a list that does not end where it says");
        }
    }

    private Ranges read(List<Box> boxes) throws BrokenPicture {
        items(only(boxes, "iinf"));
        places(only(boxes, "iloc").content());
        if (!PICTURES.contains(types.getOrDefault(main(only(boxes, "pitm").content()), ""))) {
            throw new BrokenPicture("no picture that would be shown");
        }
        for (var box : boxes) {
            switch (box.type()) {
                case "iprp" -> properties(box);
                case "idat" -> data(box);
                default -> {
                    if (!SEEN.contains(box.type())) {
                        box.blank();
                    }
                }
            }
        }
        if (!inside.isEmpty()) {
            throw new BrokenPicture("data that are not there");
        }
        return file;
    }

    private static Box only(List<Box> boxes, String type) throws BrokenPicture {
        var found = boxes.stream().filter(box -> box.type().equals(type)).toList();
        if (found.size() != 1) {
            throw new BrokenPicture(found.size() + " boxes " + type);
        }
        return found.get(0);
    }

    private static long main(ByteBuffer pitm) {
        return pitm.getInt() >>> 24 == 0 ? Short.toUnsignedInt(pitm.getShort()) : Integer.toUnsignedLong(pitm.getInt());
    }

    /** Readers refuse an Exif of zeros; of what they do not know they ask nothing. */
    private void items(Box iinf) throws BrokenPicture {
        var counted = iinf.content().get(0) == 0 ? 2 : 4;
        for (var infe : iinf.boxes(VERSION_AND_FLAGS + counted)) {
            var content = infe.content();
            var version = content.getInt() >>> 24;
            if (infe.type().equals("infe") && version >= 2) {
                var id = version == 2
                        ? Short.toUnsignedInt(content.getShort())
                        : Integer.toUnsignedLong(content.getInt());
                content.getShort();
                var type = new byte[4];
                content.get(type);
                types.put(id, new String(type, ISO_8859_1));
                if (!PICTURES.contains(types.get(id))) {
                    infe.blank(infe.body() + content.position() - type.length);
                }
            }
        }
    }

    private void places(ByteBuffer iloc) throws BrokenPicture {
        var version = iloc.getInt() >>> 24;
        var sizes = Short.toUnsignedInt(iloc.getShort());
        var items = version < 2 ? Short.toUnsignedInt(iloc.getShort()) : Integer.toUnsignedLong(iloc.getInt());
        for (var n = 0L; n < items; n++) {
            var id = version < 2 ? Short.toUnsignedInt(iloc.getShort()) : Integer.toUnsignedLong(iloc.getInt());
            var method = version == 0 ? IN_FILE : iloc.getShort() & 0xF;
            var elsewhere = iloc.getShort() != 0;
            var base = number(iloc, sizes >> 4 & 0xF);
            var stays = PICTURES.contains(types.getOrDefault(id, ""));
            if (stays && (elsewhere || method > IN_META)) {
                throw new BrokenPicture("a picture in another place than this file");
            }
            var parts = Short.toUnsignedInt(iloc.getShort());
            // Parts may say nothing, and then take no room: they are counted before they are read.
            extents += parts;
            if (extents > MOST_EXTENTS) {
                throw new BrokenPicture("items in too many parts");
            }
            for (var part = 0; part < parts; part++) {
                if (version > 0) {
                    number(iloc, sizes & 0xF);
                }
                var from = Math.addExact(base, number(iloc, sizes >> 12));
                var length = number(iloc, sizes >> 8 & 0xF);
                if (stays) {
                    stay(method == IN_FILE ? file : inside, from, length);
                }
            }
        }
    }

    private void stay(Ranges ranges, long from, long length) throws BrokenPicture {
        if (length == 0) {
            throw new BrokenPicture("a picture of no length");
        }
        ranges.add(from, Math.addExact(from, length));
    }

    private static long number(ByteBuffer from, int size) throws BrokenPicture {
        var number = switch (size) {
            case 0 -> 0L;
            case 4 -> Integer.toUnsignedLong(from.getInt());
            case 8 -> from.getLong();
            default -> -1L;
        };
        if (number < 0) {
            throw new BrokenPicture("a place that is none");
        }
        return number;
    }

    /** A property that says anything else about the picture gives its room, so that the others keep their numbers. */
    private static void properties(Box iprp) throws BrokenPicture {
        for (var box : iprp.boxes(0)) {
            if (box.type().equals("ipco")) {
                box.boxes(0).stream()
                        .filter(property -> !PROPERTIES.contains(property.type()))
                        .forEach(Box::blank);
            } else if (!box.type().equals("ipma")) {
                box.blank();
            }
        }
    }

    private void data(Box idat) throws BrokenPicture {
        var there = new Ranges();
        there.add(0, idat.end() - idat.body());
        for (var stretch : inside.each()) {
            if (!there.contains(stretch)) {
                throw new BrokenPicture("data that are not there");
            }
        }
        inside.blankOthers(idat.bytes(), idat.body(), idat.end(), 0);
        inside.clear();
    }
}
