package org.yiti.ledger.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FileNameTest {

    @Test
    void onlyTheLastPartOfAPathIsTheName() {
        assertThat(name("../../etc/批复.pdf")).isEqualTo("批复.pdf");
        assertThat(name("C:\\Users\\张\\桌面\\批复.pdf")).isEqualTo("批复.pdf");
        assertThat(name("/")).isEqualTo("未命名");
    }

    @Test
    void whatHidesOrMisleadsIsLeftOut() {
        assertThat(name("批\u0000复\r\n\u0007.pdf")).isEqualTo("批复.pdf");
        assertThat(name("照片\u202Efdp.png")).isEqualTo("照片fdp.png");
        assertThat(name("\ud800坏.pdf")).isEqualTo("坏.pdf");
        assertThat(name(" ..隐藏.pdf . ")).isEqualTo("隐藏.pdf");
        assertThat(name("<script>alert(1)</script>.pdf")).isEqualTo("script_.pdf");
        assertThat(name("a<b>:\"|?*.pdf")).isEqualTo("a_b______.pdf");
    }

    @Test
    void aLongNameIsCutBeforeItsExtensionAndBetweenCharacters() {
        assertThat(name("长".repeat(300) + ".pdf")).isEqualTo("长".repeat(FileName.LONGEST - 4) + ".pdf");
        assertThat(name("𠮷".repeat(300) + ".pdf")).isEqualTo("𠮷".repeat(FileName.LONGEST - 4) + ".pdf");
        assertThat(name("x." + "y".repeat(300))).hasSize(FileName.LONGEST);
    }

    @Test
    void whatIsLeftWithoutANameGetsOne() {
        assertThat(name("")).isEqualTo("未命名");
        assertThat(name("\u200b.pdf")).isEqualTo("pdf");
        assertThat(FileName.of("照片.JPG").extension()).isEqualTo("jpg");
        assertThat(FileName.of("没有后缀").extension()).isEmpty();
    }

    @Test
    void oldProgramsReadAPlainNameAndNewOnesTheNameAsItIs() {
        assertThat(FileName.of("2026年第3号 批复.pdf").disposition(false))
                .isEqualTo(
                        "attachment; filename=\"paper-2026-3.pdf\"; filename*=UTF-8''2026%E5%B9%B4%E7%AC%AC3%E5%8F%B7%20%E6%89%B9%E5%A4%8D.pdf");
        assertThat(FileName.of("批复.pdf").disposition(true))
                .isEqualTo("inline; filename=\"paper.pdf\"; filename*=UTF-8''%E6%89%B9%E5%A4%8D.pdf");
        assertThat(FileName.of("a\";x=\"b.pdf").disposition(false)).startsWith("attachment; filename=\"a-x-b.pdf\";");
    }

    private static String name(String given) {
        return FileName.of(given).text();
    }
}
