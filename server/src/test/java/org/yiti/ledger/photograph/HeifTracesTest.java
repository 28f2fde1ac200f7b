package org.yiti.ledger.photograph;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Of a HEIF the picture stays to the byte and where it was, and nothing else does. */
class HeifTracesTest {

    private static final String PLACE = CameraTracesTest.PLACE;
    private static final String PIXELS = "coded picture";

    /** Drawn and coded by libheif, with Exif and XMP that tell the place. */
    static byte[] turned() throws IOException {
        try (var file = HeifTracesTest.class.getResourceAsStream("/photograph/turned.heic")) {
            return file.readAllBytes();
        }
    }

    private static byte[] bare(byte[] picture) throws IOException {
        var out = new ByteArrayOutputStream();
        CameraTraces.HEIF.leaveOut(() -> new ByteArrayInputStream(picture), out);
        return out.toByteArray();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    private static byte[] together(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] box(String type, byte[]... content) {
        var body = together(content);
        return together(ByteBuffer.allocate(4).putInt(body.length + 8).array(), bytes(type), body);
    }

    private static byte[] numbers(int... each) {
        var buffer = ByteBuffer.allocate(each.length * 4);
        Arrays.stream(each).forEach(buffer::putInt);
        return buffer.array();
    }

    private static byte[] shorts(int... each) {
        var buffer = ByteBuffer.allocate(each.length * 2);
        Arrays.stream(each).forEach(one -> buffer.putShort((short) one));
        return buffer.array();
    }

    private static byte[] item(int id, String type) {
        return box("infe", numbers(2 << 24), shorts(id, 0), bytes(type), bytes("\0"));
    }

    /** Item 1 is the picture, item 2 is Exif: each lies as said. */
    private static byte[] meta(int method1, int at1, int length1, int method2, int at2, int length2, byte[]... more) {
        return box(
                "meta",
                numbers(0),
                box("pitm", numbers(0), shorts(1)),
                box("iinf", numbers(0), shorts(2), item(1, "hvc1"), item(2, "Exif")),
                box(
                        "iloc",
                        numbers(1 << 24),
                        shorts(0x4400, 2),
                        shorts(1, method1, 0, 1),
                        numbers(at1, length1),
                        shorts(2, method2, 0, 1),
                        numbers(at2, length2)),
                together(more));
    }

    private static final byte[] FTYP = box("ftyp", bytes("heic"), numbers(0), bytes("mif1heic"));
    private static final byte[] DATA = box("mdat", bytes(PIXELS + PLACE));

    /** The picture first, and what tells of it behind. */
    private static byte[] dataFirst(byte[]... more) {
        var at = FTYP.length + 8;
        return together(
                FTYP,
                DATA,
                meta(0, at, PIXELS.length(), 0, at + PIXELS.length(), PLACE.length(), more),
                box("uuid", bytes("a maker's own, at " + PLACE)),
                box("moov", bytes("a film of " + PLACE)));
    }

    @Test
    void aRealOneLosesWhatItToldAndKeepsEveryByteOfThePicture() throws IOException {
        var whole = turned();

        var bare = bare(whole);

        assertThat(text(whole)).contains(PLACE.substring(0, 8)).contains("adobe:ns:meta");
        assertThat(text(bare)).doesNotContain("N31.2304").doesNotContain("adobe:ns:meta");
        assertThat(bare).hasSameSizeAs(whole);
        var picture = text(whole).indexOf("mdat") + 4;
        assertThat(Arrays.copyOfRange(bare, picture, picture + 576))
                .isEqualTo(Arrays.copyOfRange(whole, picture, picture + 576));
        assertThat(text(bare)).as("strict readers refuse an Exif of zeros").doesNotContain("Exif", "mime");
        assertThat(Arrays.copyOfRange(bare, picture + 576, bare.length)).containsOnly(0);
    }

    @Test
    void whereTheDataStandBeforeWhatTellsOfThemItIsTheSame() throws IOException {
        var whole = dataFirst();

        var bare = bare(whole);

        assertThat(text(bare))
                .contains("mdat" + PIXELS + "\0")
                .doesNotContain(PLACE)
                .doesNotContain("film");
        assertThat(bare).hasSameSizeAs(whole);
        assertThat(bare(bare)).isEqualTo(bare);
    }

    @Test
    void whatIsToldWithinTheListsGoesAndWhatIsNeededToShowThePictureStays() throws IOException {
        var properties = box(
                "iprp",
                box("ipco", box("hvcC", bytes("decoder")), box("udes", bytes(PLACE)), box("irot", new byte[] {1})),
                box("ipma", numbers(0, 0)));

        var bare = text(bare(dataFirst(properties, box("xml ", bytes(PLACE)))));

        assertThat(bare).doesNotContain(PLACE).contains("hvcCdecoder", "irot\1", "ipma");
        assertThat(bare.indexOf("irot"))
                .as("properties are known by their place")
                .isEqualTo(text(dataFirst(properties)).indexOf("irot"));
    }

    @Test
    void dataWithinTheListsAreTreatedAlike() throws IOException {
        var bare = text(bare(together(
                FTYP,
                meta(1, 0, PIXELS.length(), 1, PIXELS.length(), PLACE.length(), box("idat", bytes(PIXELS + PLACE))))));

        assertThat(bare).contains("idat" + PIXELS + "\0").doesNotContain(PLACE);
    }

    @Test
    void whatWouldNotBeShownAnyMoreIsRefused() {
        var at = FTYP.length + 8;
        for (var broken : new byte[][] {
            FTYP,
            together(FTYP, DATA),
            together(FTYP, DATA, meta(0, at, 1_000, 0, at, 1)),
            together(FTYP, DATA, meta(0, 4, 8, 0, at, 1)),
            together(FTYP, DATA, meta(0, at, 0, 0, at, 1)),
            together(FTYP, DATA, meta(2, at, 4, 0, at, 1)),
            together(FTYP, DATA, meta(1, 0, 4, 0, at, 1)),
            together(FTYP, meta(1, 0, 400, 0, at, 1, box("idat", bytes(PIXELS)))),
            together(FTYP, DATA, meta(0, at, 4, 0, at, 1), meta(0, at, 4, 0, at, 1)),
            together(FTYP, DATA, box("meta", numbers(0), box("pitm", numbers(0), shorts(2)))),
        }) {
            assertThatThrownBy(() -> bare(broken)).isInstanceOf(BrokenPicture.class);
        }
    }

    /** Parts that take no room could be said to be billions. */
    @Test
    @Timeout(5)
    void listsThatOnlyCountAreRefusedAtOnce() {
        var item = shorts(1, 0, 0, 0xFFFF);
        var items = new byte[100_000 * 8];
        for (var n = 0; n < items.length; n++) {
            items[n] = item[n % 8];
        }
        var meta = box(
                "meta",
                numbers(0),
                box("iinf", numbers(0), shorts(0)),
                box("iloc", numbers(2 << 24), shorts(0), numbers(100_000), items));

        assertThatThrownBy(() -> bare(together(FTYP, meta))).isInstanceOf(BrokenPicture.class);
    }

    @Test
    void aBoxThatClaimsToBeHugeIsRefused() {
        var huge = together(
                numbers(1),
                bytes("mdat"),
                ByteBuffer.allocate(8).putLong(Long.MAX_VALUE).array());

        assertThatThrownBy(() -> bare(together(FTYP, huge))).isInstanceOf(BrokenPicture.class);
        assertThatThrownBy(() -> bare(together(FTYP, box("meta", new byte[(1 << 20) + 1]))))
                .isInstanceOf(BrokenPicture.class);
    }

    /** Outsiders write these: whatever the lists say, it is a copy of the same size, or refused. */
    @Test
    void brokenListsAreCopiedOrRefusedAndNothingElse() throws IOException {
        var chance = new Random(20261129);
        for (var whole : new byte[][] {turned(), dataFirst(box("iprp", box("ipco", box("irot", new byte[1]))))}) {
            var lists = text(whole).indexOf("meta");
            var kept = 0;
            for (var n = 0; n < 50_000; n++) {
                var bytes = whole.clone();
                for (var i = chance.nextInt(1, 6); i > 0; i--) {
                    bytes[lists + chance.nextInt(Math.min(400, bytes.length - lists))] =
                            (byte) (chance.nextBoolean() ? chance.nextInt(256) : chance.nextInt(3) - 1);
                }
                try {
                    assertThat(bare(bytes)).hasSameSizeAs(bytes);
                    kept++;
                } catch (BrokenPicture refused) {
                    assertThat(refused).hasMessageNotContaining("null");
                }
            }
            assertThat(kept).as("some are still pictures").isBetween(100, 49_000);
        }
    }
}
