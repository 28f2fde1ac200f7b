package org.yiti.ledger.photograph;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CameraTracesTest {

    static final String PLACE = "N31.2304 E121.4737";

    private static byte[] bare(CameraTraces kind, byte[] picture) throws IOException {
        var out = new ByteArrayOutputStream();
        kind.leaveOut(() -> new ByteArrayInputStream(picture), out);
        return out.toByteArray();
    }

    private static BufferedImage image() {
        var image = new BufferedImage(64, 40, BufferedImage.TYPE_INT_RGB);
        IntStream.range(0, 64 * 40).forEach(i -> image.setRGB(i % 64, i / 64, i * 7919));
        return image;
    }

    private static byte[] drawn(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(image(), format, out);
        return out.toByteArray();
    }

    private static byte[] together(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        Arrays.stream(parts).forEach(out::writeBytes);
        return out.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /** Turned, with a place behind: as phones write it, little-endian. */
    private static byte[] tiff(int orientation) {
        return together(
                ByteBuffer.allocate(38)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put(text("II"))
                        .putShort((short) 42)
                        .putInt(8)
                        .putShort((short) 2)
                        .putShort((short) 0x010F)
                        .putShort((short) 2)
                        .putInt(PLACE.length())
                        .putInt(38)
                        .putShort((short) 0x0112)
                        .putShort((short) 3)
                        .putInt(1)
                        .putShort((short) orientation)
                        .putShort((short) 0)
                        .putInt(0)
                        .array(),
                text(PLACE));
    }

    private static byte[] segment(int code, byte[] content) {
        return together(
                new byte[] {(byte) 0xFF, (byte) code, (byte) (content.length + 2 >> 8), (byte) (content.length + 2)},
                content);
    }

    private static byte[] jpeg(int orientation) throws IOException {
        var drawn = drawn("jpg");
        return together(
                Arrays.copyOf(drawn, 2),
                segment(0xE1, together(text("Exif\0\0"), tiff(orientation))),
                segment(0xE1, text("http://ns.adobe.com/xap/1.0/\0" + PLACE)),
                segment(0xED, text("Photoshop 3.0\0" + PLACE)),
                segment(0xE2, text("MPF\0" + PLACE)),
                segment(0xE2, text("ICC_PROFILE\0\1\1colours")),
                segment(0xFE, text(PLACE)),
                Arrays.copyOfRange(drawn, 2, drawn.length),
                text("a film of " + PLACE));
    }

    private static byte[] chunk(String name, byte[] content) {
        var named = together(text(name), content);
        var check = new CRC32();
        check.update(named);
        return together(
                ByteBuffer.allocate(4).putInt(content.length).array(),
                named,
                ByteBuffer.allocate(4).putInt((int) check.getValue()).array());
    }

    private static byte[] png(int orientation) throws IOException {
        var drawn = drawn("png");
        var header = 8 + 25;
        return together(
                Arrays.copyOf(drawn, header),
                chunk("eXIf", tiff(orientation)),
                chunk("tEXt", text("GPS\0" + PLACE)),
                chunk("zTXt", text("GPS\0\0" + PLACE)),
                chunk("iTXt", text("XML:com.adobe.xmp\0\0\0\0\0" + PLACE)),
                chunk("tIME", new byte[] {7, (byte) 0xEA, 1, 1, 1, 1, 1}),
                chunk("prVt", text(PLACE)),
                chunk("gAMA", new byte[] {0, 0, (byte) 0xB1, (byte) 0x8F}),
                Arrays.copyOfRange(drawn, header, drawn.length),
                text(PLACE));
    }

    private static byte[] riff(String name, byte[] content) {
        return together(
                text(name),
                ByteBuffer.allocate(4)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(content.length)
                        .array(),
                content,
                new byte[content.length & 1]);
    }

    private static byte[] webp() {
        var chunks = together(
                text("WEBP"),
                riff("VP8X", new byte[] {0x2C, 0, 0, 0, 7, 0, 0, 7, 0, 0}),
                riff("ICCP", text("colours")),
                riff("VP8 ", text("a picture")),
                riff("EXIF", tiff(6)),
                riff("XMP ", text(PLACE)));
        return riff("RIFF", chunks);
    }

    private static byte[] of(CameraTraces kind) throws IOException {
        return switch (kind) {
            case JPEG -> jpeg(6);
            case PNG -> png(6);
            case WEBP -> webp();
            case HEIF -> HeifTracesTest.turned();
        };
    }

    @ParameterizedTest
    @EnumSource(CameraTraces.class)
    void nothingOfThePlaceStaysAndDoneTwiceItIsTheSame(CameraTraces kind) throws IOException {
        var bare = bare(kind, of(kind));

        assertThat(new String(of(kind), ISO_8859_1)).contains(PLACE);
        assertThat(new String(bare, ISO_8859_1)).doesNotContain(PLACE).doesNotContain("121.4737");
        assertThat(bare(kind, bare)).isEqualTo(bare);
    }

    @Test
    void notAPixelIsTouched() throws IOException {
        for (var one : new byte[][] {bare(CameraTraces.JPEG, jpeg(1)), bare(CameraTraces.PNG, png(1))}) {
            var format = one[0] == (byte) 0xFF ? "jpg" : "png";
            var seen = ImageIO.read(new ByteArrayInputStream(one));
            var drawn = ImageIO.read(new ByteArrayInputStream(drawn(format)));
            assertThat(seen.getRGB(0, 0, 64, 40, null, 0, 64)).isEqualTo(drawn.getRGB(0, 0, 64, 40, null, 0, 64));
        }
    }

    @Test
    void coloursStay() throws IOException {
        assertThat(new String(bare(CameraTraces.JPEG, jpeg(1)), ISO_8859_1))
                .contains("ICC_PROFILE")
                .doesNotContain("Exif");
        assertThat(new String(bare(CameraTraces.PNG, png(1)), ISO_8859_1))
                .contains("gAMA")
                .doesNotContain("eXIf");
        assertThat(new String(bare(CameraTraces.WEBP, webp()), ISO_8859_1)).contains("ICCP", "a picture");
    }

    @Test
    void whichSideIsUpStaysAndNothingElseOfExif() throws IOException {
        for (var orientation = 2; orientation <= 8; orientation++) {
            var jpeg = new String(bare(CameraTraces.JPEG, jpeg(orientation)), ISO_8859_1);
            var at = jpeg.indexOf("Exif\0\0") + 6;
            assertThat(Orientation.of(Arrays.copyOfRange(text(jpeg), at, at + 26)))
                    .isEqualTo(orientation);
            var png = new String(bare(CameraTraces.PNG, png(orientation)), ISO_8859_1);
            var from = png.indexOf("eXIf") + 4;
            assertThat(Orientation.of(Arrays.copyOfRange(text(png), from, from + 26)))
                    .isEqualTo(orientation);
        }
    }

    @Test
    void aPictureThatBreaksOffInItsScanIsKeptAsFarAsItGoes() throws IOException {
        var whole = drawn("jpg");
        var broken = Arrays.copyOf(whole, whole.length - 40);

        assertThat(bare(CameraTraces.JPEG, broken)).endsWith(0xFF, 0xD9).hasSizeGreaterThan(broken.length);
    }

    @ParameterizedTest
    @EnumSource(CameraTraces.class)
    void whatIsNoPictureIsRefused(CameraTraces kind) {
        for (var nonsense : new byte[][] {{}, {1, 2, 3}, text("<html>"), new byte[64]}) {
            assertThatThrownBy(() -> bare(kind, nonsense)).isInstanceOf(BrokenPicture.class);
        }
        assertThatThrownBy(() -> bare(kind, Arrays.copyOf(of(kind), 40))).isInstanceOf(BrokenPicture.class);
    }

    /** A length is a claim: whatever it says, no more is read than came, and no more is kept than came in. */
    @ParameterizedTest
    @EnumSource(CameraTraces.class)
    void brokenBytesAreCopiedOrRefusedAndNothingElse(CameraTraces kind) throws IOException {
        var chance = new Random(20261129);
        var whole = of(kind);
        for (var n = 0; n < 20_000; n++) {
            var bytes = whole.clone();
            for (var i = chance.nextInt(1, 12); i > 0; i--) {
                bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
            }
            var given = chance.nextInt(4) == 0 ? Arrays.copyOf(bytes, chance.nextInt(bytes.length)) : bytes;
            try {
                // An orientation of its own and an end are all that can be added.
                assertThat(bare(kind, given).length).isLessThanOrEqualTo(given.length + 64);
            } catch (BrokenPicture refused) {
                assertThat(refused).hasMessageNotContaining("null");
            }
        }
    }
}
