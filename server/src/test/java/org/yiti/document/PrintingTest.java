package org.yiti.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintingTest {

    private static final double POINTS = 72 / 25.4;
    private static final String FONTS_OF_THIS_MACHINE = "";
    private static final String NO_FONTS = "none";

    private final Printing printing = new Print(FONTS_OF_THIS_MACHINE);

    private static Document document() {
        return new Document("案件证据材料", "案件 C2026-1", "张三 zhang", Instant.parse("2026-11-29T06:20:00Z"));
    }

    private static List<List<String>> rows(int many) {
        return IntStream.rangeClosed(1, many)
                .mapToObj(n -> List.of("第" + n + "行", n + ".5"))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {FONTS_OF_THIS_MACHINE, NO_FONTS})
    void saysInBothFilesWhatTheDocumentSays(String fonts) throws IOException {
        var printed = new Print(fonts)
                .pages(document()
                        .heading(2, "一、问题与证据")
                        .paragraph("依据《党政机关公务用车管理办法》第八条，实际 900000 元，面积 12.5 m²，CO₂。")
                        .facts(List.of(new Block.Fact("单位", "甲县财政局")))
                        .steps(List.of("事实 1：购置价 900000 元", "900000 − 180000 = 720000 元"))
                        .code("java -jar yiti-verify.jar 证据包.zip")
                        .table(List.of("时间", "经办"), List.of(List.of("2026-01-02 03:04", "李四")), "case.json"));

        for (var text : List.of(Read.pdf(printed.pdf()), Read.ofd(printed.ofd()))) {
            assertThat(text)
                    .contains("案件证据材料")
                    .contains("一、问题与证据")
                    .contains("依据《党政机关公务用车管理办法》第八条，实际900000元，面积12.5m²，CO2。")
                    .contains("单位甲县财政局")
                    .contains("1.事实1：购置价900000元")
                    .contains("2.900000−180000=720000元")
                    .contains("java-jaryiti-verify.jar证据包.zip")
                    .contains("2026-01-0203:04李四");
        }
    }

    @Test
    void namesTheCaseAndItsNumberAndWhoTookItOnEveryPage() throws IOException {
        var printed = printing.pages(document().table(List.of("行", "数"), rows(200), "case.json"));
        var pdf = Read.pagesOfPdf(printed.pdf());
        var ofd = Read.pagesOfOfd(printed.ofd());

        assertThat(pdf).hasSameSizeAs(ofd).hasSizeGreaterThan(3);
        for (var i = 0; i < pdf.size(); i++) {
            assertThat(List.of(pdf.get(i), ofd.get(i)))
                    .allSatisfy(page -> assertThat(page).contains("案件C2026-1"))
                    .allSatisfy(page -> assertThat(page).contains("行数"));
            assertThat(pdf.get(i)).contains("第" + (i + 1) + "页共" + pdf.size() + "页");
            assertThat(ofd.get(i))
                    .contains("第" + (i + 1) + "页共" + pdf.size() + "页")
                    .contains("张三zhang");
        }
    }

    @Test
    void theSameDocumentMakesTheSameBytes() {
        var first = printing.pages(document().heading(2, "一").paragraph("车".repeat(3000)));
        var second = new Print(FONTS_OF_THIS_MACHINE)
                .pages(document().heading(2, "一").paragraph("车".repeat(3000)));

        assertThat(first.pdf()).isEqualTo(second.pdf());
        assertThat(first.ofd()).isEqualTo(second.ofd());
    }

    @Test
    void cutsALongTableAndSaysWhereAllOfItIs() throws IOException {
        var document = document().table(List.of("行", "数"), rows(Printing.MOST_ROWS + 1), "findings/F1/finding.json");
        var printed = printing.pages(document);

        for (var text : List.of(Read.pdf(printed.pdf()), Read.ofd(printed.ofd()))) {
            assertThat(text)
                    .contains("第500行")
                    .doesNotContain("第501行")
                    .contains("本表共501行，此处列出前500行，其余见包内findings/F1/finding.json");
        }
        assertThat(new String(printing.web(document), UTF_8)).contains("第501行");
    }

    @Test
    void aWordLongerThanALineIsBrokenAndARowLongerThanAPageIsParted() throws IOException {
        var hash = "x1".repeat(400);
        var long_ = IntStream.range(0, 3000).mapToObj(n -> "字" + n).collect(java.util.stream.Collectors.joining());
        var printed = printing.pages(document()
                .paragraph(hash)
                .heading(3, hash)
                .steps(List.of(hash))
                .table(List.of("甲", "乙".repeat(300), hash), List.of(List.of("甲", hash, long_)), "x"));

        var right = (210 - 26) * POINTS + 0.5;
        assertThat(Read.letters(printed.pdf()))
                .filteredOn(letter -> letter.getDir() == 0)
                .allSatisfy(letter -> assertThat(letter.getXDirAdj() + letter.getWidthDirAdj())
                        .as(letter.getUnicode())
                        .isLessThanOrEqualTo((float) right))
                .allSatisfy(letter -> assertThat(letter.getYDirAdj()).isBetween(0f, (float) (297 * POINTS)));
        for (var text : List.of(Read.pdf(printed.pdf()), Read.ofd(printed.ofd()))) {
            assertThat(text).contains("字2999");
        }
        assertThat(Read.pagesOfPdf(printed.pdf())).hasSizeBetween(3, 40);
    }

    @Test
    void aDocumentOfNothingIsOnePage() throws IOException {
        var printed = printing.pages(
                document().table(List.of("甲"), List.of(), "x").paragraph("").steps(List.of()));

        assertThat(Read.pagesOfPdf(printed.pdf())).hasSize(1);
        assertThat(Read.pagesOfOfd(printed.ofd())).hasSize(1);
    }

    @Test
    void rareLettersAreKeptWhetherAFontHasThemOrNot() throws IOException {
        var document = document().paragraph("姓名𠮷田𪚥㛃，\uE123，\uD800。");

        for (var fonts : List.of(FONTS_OF_THIS_MACHINE, NO_FONTS)) {
            var printed = new Print(fonts).pages(document);
            assertThat(Read.ofd(printed.ofd())).contains("姓名𠮷田𪚥㛃，");
            assertThat(Read.pdf(printed.pdf())).contains("姓名").contains("田");
            assertThat(content(printed.pdf()))
                    .as("what it is, is told where a sign stands for it")
                    .contains("ActualText");
        }
    }

    private static String content(byte[] pdf) throws IOException {
        try (var file = Loader.loadPDF(pdf);
                var content = file.getPage(0).getContents()) {
            return new String(content.readAllBytes(), java.nio.charset.StandardCharsets.ISO_8859_1);
        }
    }

    @Test
    void drawsPictures() throws IOException {
        var line = new Drawing.Line(List.of(new Drawing.Point(0, 50), new Drawing.Point(640, 50)), 8, "#0000ff");
        var words = new Drawing.Words(new Drawing.Point(10, 20), 13, "轨迹 <1>");
        var document = document().picture(new Drawing(640, 100, "轨迹", List.of(line, words)));
        var printed = printing.pages(document);

        try (var file = Loader.loadPDF(printed.pdf())) {
            var image = new PDFRenderer(file).renderImageWithDPI(0, 40);
            var blue = IntStream.range(0, image.getHeight())
                    .filter(y -> (image.getRGB(image.getWidth() / 2, y) & 0xFFFFFF) == 0x0000FF)
                    .count();
            assertThat(blue).isBetween(1L, 8L);
        }
        assertThat(Read.ofd(printed.ofd())).contains("轨迹<1>");
        assertThat(new String(printing.web(document), UTF_8))
                .contains("<polyline")
                .contains("轨迹 &lt;1&gt;");
    }

    @Property(tries = 40)
    void anyTextIsReadableAndNoneOfItIsLost(@ForAll String any) throws IOException {
        var printed = new Print(NO_FONTS)
                .pages(document().heading(3, any).paragraph(any).table(List.of(any), List.of(List.of(any)), "x"));
        var expected = any.codePoints()
                .filter(letter -> Character.isIdeographic(letter) || Character.isDigit(letter) && letter < 128)
                .toArray();

        var read = Read.ofd(printed.ofd());
        assertThat(Read.pagesOfPdf(printed.pdf())).isNotEmpty();
        for (var letter : expected) {
            assertThat(read).contains(Character.toString(letter));
        }
    }
}
