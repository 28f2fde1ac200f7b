package org.yiti.workbook.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextEncodingTest {

    private static final Charset GB18030 = Charset.forName("GB18030");

    @TempDir
    Path folder;

    private List<List<String>> read(byte[] bytes) {
        return Sample.displayed(Sample.text(folder, bytes));
    }

    @ParameterizedTest
    @ValueSource(strings = {"联通", "一", "车牌", "姓名,年龄\n张三,3", "处", "㐀𠀀", "机关事务管理局", "a,b\n1,中"})
    void short_chinese_files_are_read_in_every_encoding_they_come_in(String text) {
        List<List<String>> expected =
                text.lines().map(line -> List.of(line.split(","))).toList();
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(read(text.getBytes(GB18030))).isEqualTo(expected);
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8))).isEqualTo(expected);
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16LE))).isEqualTo(expected);
        assertThat(read(("\uFEFF" + text).getBytes(StandardCharsets.UTF_16BE))).isEqualTo(expected);
    }

    @Test
    void utf_16_without_a_mark_is_known_by_its_separators() {
        String text = "一处,二处\r\n一,1\r\n";
        List<List<String>> expected = List.of(List.of("一处", "二处"), List.of("一", "1"));
        assertThat(read(text.getBytes(StandardCharsets.UTF_16LE))).isEqualTo(expected);
        assertThat(read(text.getBytes(StandardCharsets.UTF_16BE))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"area,12 m²", "Köln,é", "α,β", "15°C"})
    void latin_and_greek_in_utf_8_are_not_taken_for_chinese(String text) {
        assertThat(read(text.getBytes(StandardCharsets.UTF_8))).containsExactly(List.of(text.split(",")));
    }

    @Test
    void the_first_chinese_character_may_come_late() {
        String text = "a,b\n".repeat(100_000) + "粤,B\n";
        List<List<String>> rows = read(text.getBytes(GB18030));
        assertThat(rows.get(100_000)).containsExactly("粤", "B");
    }

    @Test
    void bytes_that_fit_no_encoding_are_located_by_line() {
        byte[] bytes = "甲,乙\n丙,丁\n".getBytes(GB18030);
        bytes[5 + 1] = (byte) 0xFF;
        UnreadableFile refusal = Sample.refusal(Sample.text(folder, bytes));
        assertThat(refusal.refusal()).isEqualTo(FileRefusal.UNKNOWN_ENCODING);
        assertThat(refusal.facts().row()).isEqualTo(2);
    }

    @Test
    void damaged_utf_8_is_located_and_not_read_as_another_chinese() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes("名称,地址\n".repeat(50).getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[] {(byte) 0xE4, (byte) 0xB8});
        bytes.writeBytes("\n完\n".getBytes(StandardCharsets.UTF_8));
        UnreadableFile refusal = Sample.refusal(Sample.text(folder, bytes.toByteArray()));
        assertThat(refusal.refusal()).isEqualTo(FileRefusal.UNKNOWN_ENCODING);
        assertThat(refusal.facts().row()).isEqualTo(51);
    }

    @Test
    void half_a_surrogate_pair_is_located() {
        byte[] utf16 = "\uFEFFa\n\uD83D,b\n".getBytes(StandardCharsets.UTF_16LE);
        utf16[6] = 0x3D;
        utf16[7] = (byte) 0xD8;
        UnreadableFile refusal = Sample.refusal(Sample.text(folder, utf16));
        assertThat(refusal.refusal()).isEqualTo(FileRefusal.UNKNOWN_ENCODING);
        assertThat(refusal.facts().row()).isEqualTo(2);
    }

    @Test
    void a_program_or_other_binary_is_no_workbook() {
        byte[] bytes = new byte[5_000];
        new java.util.Random(7).nextBytes(bytes);
        assertThat(Sample.refusal(Sample.text(folder, bytes)).refusal())
                .isIn(FileRefusal.NOT_A_WORKBOOK, FileRefusal.UNKNOWN_ENCODING);
    }
}
