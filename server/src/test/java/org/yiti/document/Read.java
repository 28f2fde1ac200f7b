package org.yiti.document;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.ofdrw.reader.ContentExtractor;
import org.ofdrw.reader.OFDReader;

/** Files as readers that we did not write understand them: PDFBox and ofdrw. */
public final class Read {

    private Read() {}

    /** Without spaces: every reader has its own opinion of them. */
    public static String pdf(byte[] file) throws IOException {
        return String.join("", pagesOfPdf(file));
    }

    public static List<String> pagesOfPdf(byte[] file) throws IOException {
        var pages = new ArrayList<String>();
        try (var document = Loader.loadPDF(file)) {
            for (var number = 1; number <= document.getNumberOfPages(); number++) {
                var stripper = new PDFTextStripper();
                stripper.setStartPage(number);
                stripper.setEndPage(number);
                pages.add(stripper.getText(document).replaceAll("\\s|\u3000", ""));
            }
        }
        return pages;
    }

    public static String ofd(byte[] file) throws IOException {
        return String.join("", pagesOfOfd(file));
    }

    public static List<String> pagesOfOfd(byte[] file) throws IOException {
        try (var reader = new OFDReader(new ByteArrayInputStream(file))) {
            var extractor = new ContentExtractor(reader);
            return IntStream.rangeClosed(1, reader.getNumberOfPages())
                    .mapToObj(number ->
                            String.join("", extractor.getPageContent(number)).replaceAll("\\s|\u3000", ""))
                    .toList();
        }
    }

    /** Every letter of a PDF, and where it is. */
    static List<TextPosition> letters(byte[] file) throws IOException {
        var letters = new ArrayList<TextPosition>();
        try (var document = Loader.loadPDF(file)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition letter) {
                    letters.add(letter);
                }
            }.getText(document);
        }
        return letters;
    }
}
