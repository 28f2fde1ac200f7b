package org.yiti.house;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.yiti.kernel.Refusal;

/** What the {@code type} of a problem means can be looked up: one page, written from the refusals themselves. */
class ProblemPagesTest {

    private static final Path PAGE = Path.of("../docs/problems/README.md");

    private static Properties words(String file) throws IOException {
        var words = new Properties();
        try (var stream = Refusal.class.getResourceAsStream("/" + file)) {
            words.load(new InputStreamReader(stream, StandardCharsets.UTF_8));
        }
        return words;
    }

    private static int status(Refusal.Kind kind) {
        return switch (kind) {
            case ABSENT -> 404;
            case CONFLICTING -> 409;
            case UNKNOWN -> 401;
            case FORBIDDEN -> 403;
            case UNACCEPTABLE -> 422;
            case TOO_LARGE -> 413;
            case TOO_MANY -> 429;
            case UNAVAILABLE -> 503;
        };
    }

    private static String line(Refusal refusal, Properties zh, Properties en) {
        return "| `%s` | %d | %s | %s |\n"
                .formatted(
                        refusal.type(),
                        status(refusal.kind()),
                        zh.getProperty(refusal.wording()).replace("|", "\\|"),
                        en.getProperty(refusal.wording()).replace("|", "\\|"));
    }

    /** After a new refusal: {@code make docs} writes it anew. */
    @Test
    void thePageNamesEveryProblemThereIs() throws IOException {
        var zh = words("refusals_zh.properties");
        var en = words("refusals_en.properties");
        var modules = new TreeMap<String, TreeMap<String, String>>();
        new ClassFileImporter()
                .importPackages("org.yiti").stream()
                        .filter(type -> type.isEnum() && type.isAssignableTo(Refusal.class))
                        .map(JavaClass::reflect)
                        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
                        .map(Refusal.class::cast)
                        .filter(refusal -> zh.containsKey(refusal.wording()))
                        .forEach(refusal -> modules.computeIfAbsent(refusal.module(), m -> new TreeMap<>())
                                .put(refusal.type(), line(refusal, zh, en)));
        var page = new StringBuilder("""
                # 接口的“不” Problems of the API

                每个拒绝都是 RFC 9457 的问题说明：`type` 不变，可供程序判断；`title` 按请求的语言写给人看；`{…}` 是说明里另给的字段。
                Each no is a problem of RFC 9457: `type` is stable and for programs, `title` is worded for people; what stands in braces is told in a member of its own.
                A rule of the database that has no sentence here answers 409 under `/problems/` with the name of the rule.

                由测试写出，不手改。Written by a test, not by hand: `make docs`.
                """);
        modules.forEach((module, lines) -> {
            page.append("\n## ").append(module).append("\n\n| type | 状态 status | 说明 | Meaning |\n|---|---|---|---|\n");
            lines.values().forEach(page::append);
        });
        if (System.getenv("YITI_WRITE_DOCS") != null) {
            Files.createDirectories(PAGE.getParent());
            Files.writeString(PAGE, page);
        }
        assertThat(modules.values().stream().mapToInt(TreeMap::size).sum()).isGreaterThan(150);
        assertThat(Files.readString(PAGE)).isEqualTo(page.toString());
    }
}
