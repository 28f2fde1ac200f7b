package org.yiti.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/**
 * What somebody may type or send who means no good, or has an odd name: a list of our own, and the published lists (big
 * list of naughty strings, JSON test suite) where the reference data is at hand.
 */
final class Payloads {

    private static final List<String> OWN = List.of(
            "\0",
            "a\0b",
            "1E400000000",
            "-1E400000000",
            "1E-400000000",
            "9223372036854775808",
            "-2147483649",
            "NaN",
            "Infinity",
            "0x10",
            "１２",
            "+999999999-12-31",
            "-999999999-01-01",
            "0000-00-00",
            "2026-02-30",
            "9999-12-31T23:59:59.999999999+18:00",
            "infinity",
            "'",
            "' or 1=1 --",
            "'; drop table identity.account; --",
            "\\",
            "%",
            "_",
            "%%%%",
            "$1",
            ":v0",
            "?",
            "{0}",
            "${7*7}",
            "#{7*7}",
            "${jndi:ldap://127.0.0.1:9/x}",
            "<script>alert(1)</script>",
            "=1+1",
            "../../../../etc/passwd",
            "..\\..\\windows",
            "file:///etc/passwd",
            "\r\nX-Evil: 1",
            "\u2028\u0085\u001b[2J",
            "\ud800",
            "\ufffe\uffff",
            "\u202eabc",
            "e\u0301".repeat(200),
            "𠮷".repeat(60),
            "a".repeat(3000),
            "((((((((((((((((((((",
            "(a+)+$",
            "[[[[",
            "{\"a\":1}",
            " ",
            "",
            "null",
            "true",
            "00000000-0000-0000-0000-000000000000",
            "zzzzzzzz-zzzz-zzzz-zzzz-zzzzzzzzzzzz",
            "eA",
            "AAAA");

    private static final List<String> OWN_DOCUMENTS = List.of(
            "",
            "null",
            "[]",
            "[{}]",
            "0",
            "\"text\"",
            "{",
            "{}",
            "{\"a\":",
            "{\"version\":1E400000000}",
            "{\"version\":99999999999999999999}",
            "{\"\\u0000\":\"\\u0000\"}",
            "{\"a\":1,\"a\":2}",
            "{\"@type\":\"java.net.URL\",\"@class\":\"java.lang.Runtime\"}",
            "{\"__proto__\":{\"everything\":true},\"everything\":true,\"role\":\"ADMINISTRATOR\"}",
            "[".repeat(20_000),
            "{\"a\":" + "1".repeat(3000) + "}");

    /** What a field may be instead of what it should be, as JSON. */
    static final List<String> OTHER_KINDS = List.of(
            "null",
            "true",
            "[]",
            "{}",
            "[[[[]]]]",
            "-1",
            "1E400000000",
            "1E-400000000",
            "-0.0",
            "123456789012345678901234567890123456789012345678901234567890",
            "{\"zh\":{\"en\":[]}}",
            "\"\\u0000\"",
            "\"\\ud800\"");

    private final List<String> texts = new ArrayList<>(OWN);
    private final List<byte[]> documents = new ArrayList<>();
    private final List<byte[]> files = new ArrayList<>();
    private final Random chance;

    /** @param seed the same gives the same sample: a failure can be seen again */
    Payloads(long seed) throws IOException {
        chance = new Random(seed);
        OWN_DOCUMENTS.forEach(document -> documents.add(document.getBytes(StandardCharsets.UTF_8)));
        var root = System.getenv("YITI_REFERENCE_DATA");
        if (root != null && Files.isDirectory(Path.of(root, "robustness"))) {
            var lists = Path.of(root, "robustness");
            var naughty =
                    JsonMapper.shared().readValue(Files.readAllBytes(lists.resolve("blns/blns.json")), String[].class);
            texts.addAll(List.of(naughty));
            readAll(lists.resolve("JSONTestSuite/test_parsing"), documents);
            readAll(lists.resolve("xlsx"), files);
        }
    }

    private static void readAll(Path folder, List<byte[]> into) throws IOException {
        try (var found = Files.walk(folder)) {
            for (var file : found.filter(Files::isRegularFile).sorted().toList()) {
                into.add(Files.readAllBytes(file));
            }
        }
    }

    int count() {
        return texts.size() + documents.size() + files.size();
    }

    List<String> texts(int howMany) {
        return chance.ints(howMany, 0, texts.size()).mapToObj(texts::get).toList();
    }

    List<byte[]> documents(int howMany) {
        return chance.ints(howMany, 0, documents.size())
                .mapToObj(documents::get)
                .toList();
    }

    /** Files of a form: some that are workbooks, and some that only say so. */
    List<byte[]> files(int howMany) {
        var all = new ArrayList<>(files);
        all.addAll(documents);
        return chance.ints(howMany, 0, all.size()).mapToObj(all::get).toList();
    }
}
