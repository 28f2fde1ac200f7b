package org.yiti.jt808.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yiti.jt808.Catalogue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CommandTest {

    private static final String LOCATION = "7E02000028013800138000000300000000000000030260F55406F015A50034025D005A"
            + "26082110300001040001E24030011F310109AA7E";

    private int code;

    @Test
    void aFrameIsExplainedFieldByField() {
        var shown = json(run("", "decode", LOCATION));

        assertThat(code).isZero();
        assertThat(shown.at("/message/zh").asString()).isEqualTo("位置信息汇报");
        assertThat(shown.at("/version").asString()).isEqualTo("2013");
        var speed = shown.at("/body/5");
        assertThat(speed.at("/offset").asInt()).isEqualTo(30);
        assertThat(speed.at("/raw").asString()).isEqualTo("025d");
        assertThat(speed.at("/name/en").asString()).isEqualTo("speed");
        assertThat(speed.at("/value").asInt()).isEqualTo(605);
        assertThat(speed.at("/meaning/0/en").asString()).isEqualTo("60.5 km/h");
        assertThat(shown.at("/body/8/parts/0/parts/2/meaning/0/en").asString()).isEqualTo("12345.6 km");
    }

    @Test
    void everyByteOfAFrameIsExplainedOnce() {
        var shown = json(run("", "decode", LOCATION));

        var raw = new StringBuilder();
        leaves(shown.path("header"), raw);
        leaves(shown.path("body"), raw);
        assertThat("7e" + raw + "aa7e").isEqualToIgnoringCase(LOCATION);
    }

    @Test
    void framesFromStandardInputAreExplainedOneALine() {
        var lines = run(LOCATION + "\n\n7E 00 02 00 00 01 38 00 13 80 00 00 01 A9 7E\n", "decode");

        assertThat(lines.lines())
                .hasSize(2)
                .allMatch(line -> json(line).path("ok").asBoolean());
        assertThat(code).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "7E000200000138001380000001AA7E",
                "7E000200000138001380000001A9",
                "7E0200000201380013800000010000AB7E",
                "7E0002000501380013800000017D037E",
                "00",
                "xyz"
            })
    void aBadFrameIsSaidToBeWhereItIsBad(String hex) {
        var shown = json(run("", "decode", hex));

        assertThat(code).isEqualTo(1);
        assertThat(shown.path("ok").asBoolean()).isFalse();
        assertThat(shown.at("/error/zh").asString()).isNotBlank();
        assertThat(shown.at("/error/offset").isInt()).isTrue();
    }

    @Test
    void packagesAreExplainedAsOneMessageWhenTheLastHasCome() {
        var lines = run("""
                        7E08012003013800138000006400020001010101E67E
                        7E08012003013800138000006500020002020202E77E
                        """, "decode").lines().toList();

        assertThat(lines).hasSize(3);
        assertThat(json(lines.get(2)).path("assembled").asInt()).isEqualTo(2);
        assertThat(json(lines.get(2)).at("/error/reason").asString()).isEqualTo("field-beyond-end");
    }

    @Test
    void aFrameIsMadeOfJson() {
        var order = """
                {"id": "0x8300", "version": "2019", "phone": "13800138000", "serial": 7,
                 "body": {"flags": 4, "type": 1, "text": "前方拥堵"}}
                """;

        var frame = run("", "encode", order).strip();
        assertThat(frame).startsWith("7e8300400a01000000000138001380000007");
        var shown = json(run("", "decode", frame));
        assertThat(shown.at("/body/2/value").asString()).isEqualTo("前方拥堵");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                LOCATION,
                "7e8800001712345678901200010000c15f090001000200030004000500060007000800091e7e",
                "7e0102402C0100000000013800138000000208413142324333443438363030303030303030303030303156312E302E30000000"
                        + "0000000000000000000000967E",
                "7E0704004B0138001380000004000201001C00000000000000030260F55406F015A50034025D005A26082110300000280000"
                        + "0000000000030260F55406F015A50034025D005A26082110300001040001E24030011F310109607E"
            })
    void whatWasExplainedMakesTheSameFrameAgain(String hex) {
        var shown = json(run("", "decode", "--dialect", "capture", hex));

        var again = run("", "encode", shown.path("order").toString()).strip();
        assertThat(again.substring(0, again.length() - 4)).isEqualToIgnoringCase(hex.substring(0, hex.length() - 4));
    }

    @Test
    void additionalInformationAndParametersAreMadeByTheirKind() {
        var frame = run("", "encode", """
                        {"id": "0x8103", "phone": "13800138000",
                         "body": {"parameters": [{"id": 1, "value": 60}, {"id": "0x13", "value": "192.0.2.1"},
                                                 {"id": "0xF001", "hex": "0102"}]}}
                        """).strip();

        assertThat(frame)
                .startsWith("7e8103")
                .contains("0300000001040000003c00000013093139322e302e322e310000f001020102");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "[]",
                "{}",
                "{\"id\": 99999}",
                "{\"id\": 512, \"body\": {\"alarm\": \"x\"}}",
                "{\"id\": 33537}",
                "{\"id\": 1, \"version\": 2012, \"body\": {}}"
            })
    void whatCannotBeMadeIsRefused(String order) {
        assertThat(json(run("", "encode", order)).at("/error/reason").asString())
                .startsWith("json-");
        assertThat(code).isEqualTo(1);
    }

    @Test
    void whatIsNotUnderstoodIsAnsweredWithHowToAsk() {
        assertThat(run("", "explain")).contains("decode").contains("short-serial");
        assertThat(code).isEqualTo(2);
        run("", "decode", "--dialect", "klingon");
        assertThat(code).isEqualTo(2);
        run("", "decode", "--version", "2012");
        assertThat(code).isEqualTo(2);
    }

    @Test
    void allMessagesAreListed() {
        assertThat(run("", "messages").lines()).hasSize(Catalogue.ALL.size());
        assertThat(run("", "messages")).doesNotContain("0x5501");
        assertThat(run("", "messages", "--dialect", "tracker"))
                .contains("0x5501")
                .contains("0x0200");
    }

    private String run(String in, String... words) {
        var out = new ByteArrayOutputStream();
        var print = new PrintStream(out, true, StandardCharsets.UTF_8);
        code = new Command(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), print).run(words);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static JsonNode json(String text) {
        return new JsonMapper().readTree(text);
    }

    private static void leaves(JsonNode fields, StringBuilder into) {
        for (var field : fields) {
            if (field.has("parts")) {
                leaves(field.path("parts"), into);
            } else {
                into.append(field.path("raw").asString());
            }
        }
    }
}
