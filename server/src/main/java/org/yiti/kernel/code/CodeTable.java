package org.yiti.kernel.code;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;

/** A code table. Of ranks, the same word may mean different codes at different levels. */
public final class CodeTable {

    private final String id;
    private final Label title;
    private final String source;
    private final List<Code> codes;
    private final Map<String, Code> byCode;
    private final Map<String, List<Code>> bySpelling = new HashMap<>();
    private final @Nullable Label gradeNote;

    CodeTable(String id, Label title, String source, List<Code> codes, @Nullable Label gradeNote) {
        this.id = id;
        this.title = title;
        this.source = source;
        this.codes = List.copyOf(codes);
        this.gradeNote = gradeNote;
        byCode = codes.stream().collect(toUnmodifiableMap(Code::code, Function.identity()));
        for (var code : codes) {
            spellings(code)
                    .map(Spelling::of)
                    .distinct()
                    .forEach(s -> bySpelling.merge(
                            s,
                            List.of(code),
                            (a, b) -> Stream.concat(a.stream(), b.stream()).toList()));
        }
    }

    private static Stream<String> spellings(Code code) {
        return Stream.of(Stream.of(code.code(), code.zh(), code.en()), code.aliases().stream(), code.grades().stream())
                .flatMap(Function.identity());
    }

    public String id() {
        return id;
    }

    public Label title() {
        return title;
    }

    public String source() {
        return source;
    }

    public List<Code> codes() {
        return codes;
    }

    public List<Code> codes(String level) {
        return codes.stream().filter(c -> level.equals(c.level())).toList();
    }

    public Optional<Code> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    public Code get(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("No code " + code + " in table " + id));
    }

    /** What somebody means by this text: a code, a name or another name, however spelled. Empty if it is not one thing. */
    public Optional<Code> parse(String text) {
        return only(meanings(text));
    }

    /** The same, among the codes of one level of organ. */
    public Optional<Code> parse(String text, String level) {
        return only(meanings(text).stream().filter(c -> level.equals(c.level())).toList());
    }

    /** What to tell somebody whose text was understood but does not settle the matter. */
    public Optional<Label> caution(String text, String level) {
        var spelling = Spelling.of(text);
        return parse(text, level)
                .filter(code -> gradeNote != null
                        && code.grades().stream().map(Spelling::of).anyMatch(spelling::equals))
                .map(code -> caution(Objects.requireNonNull(gradeNote), text.strip(), code));
    }

    private static Label caution(Label note, String text, Code code) {
        return new Label(
                note.zh().replace("{text}", text).replace("{rank}", code.zh()),
                note.en().replace("{text}", text).replace("{rank}", code.en()));
    }

    private List<Code> meanings(String text) {
        return bySpelling.getOrDefault(Spelling.of(text), List.of());
    }

    private static Optional<Code> only(List<Code> found) {
        return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
    }
}
