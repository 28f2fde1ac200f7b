package org.yiti.ledger.paper;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Files as people have them, small. */
final class Samples {

    private static int count;

    private Samples() {}

    /** Each is another one. */
    static byte[] png() {
        return image("png", ++count);
    }

    static byte[] jpeg() {
        return image("jpg", ++count);
    }

    private static byte[] image(String format, int colour) {
        try (var out = new ByteArrayOutputStream()) {
            var image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
            image.setRGB(0, 0, colour * 4099);
            image.setRGB(4, 4, colour * 65539);
            ImageIO.write(image, format, out);
            // What follows the end of a picture is nobody's business, and makes it another file.
            out.write(("#" + colour).getBytes(UTF_8));
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] pdf() {
        return ("%PDF-1.4\n% " + ++count + "\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF")
                .getBytes(UTF_8);
    }

    static byte[] webp() {
        return "RIFF\u0010\0\0\0WEBPVP8 \0\0\0\0".getBytes(UTF_8);
    }

    static byte[] heic() {
        return "\0\0\0\u0018ftypmif1\0\0\0\0mif1heic".getBytes(UTF_8);
    }

    static byte[] ofd() {
        return zip("OFD.xml", "Doc_0/Document.xml");
    }

    static byte[] docx() {
        return zip("[Content_Types].xml", "_rels/.rels", "word/document.xml");
    }

    static byte[] xlsx() {
        try (var book = new XSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            book.createSheet("表");
            book.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] zip(String... names) {
        try (var out = new ByteArrayOutputStream()) {
            try (var zip = new ZipOutputStream(out)) {
                for (var name : names) {
                    zip.putNextEntry(new ZipEntry(name));
                    zip.write("<x/>".getBytes(UTF_8));
                }
            }
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As WPS writes it: an OLE compound file with these streams. */
    static byte[] compound(String... streams) {
        try (var files = new POIFSFileSystem();
                var out = new ByteArrayOutputStream()) {
            for (var stream : streams) {
                files.createDocument(new ByteArrayInputStream(new byte[5000]), stream);
            }
            files.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
