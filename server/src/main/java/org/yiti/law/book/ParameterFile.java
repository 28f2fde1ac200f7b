package org.yiti.law.book;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.yiti.kernel.code.CodeTable;
import org.yiti.kernel.code.CodeTables;
import org.yiti.law.Confidence;
import org.yiti.law.book.Parameter.Dimension;
import org.yiti.law.book.Parameter.Form;
import org.yiti.law.book.Parameter.Origin;
import org.yiti.law.book.Parameter.Otherwise;
import org.yiti.law.book.Parameter.Span;
import org.yiti.law.book.Parameter.Stricter;
import org.yiti.law.book.Parameter.Value;

/** Reads {@code rules/parameters/<module>/<id>.yml}. */
final class ParameterFile {

    private static final String VALUE = "value";
    private static final int MOST_WORDS = 3;
    private static final int MOST_NUMBERS = 1;

    private ParameterFile() {}

    static Parameter read(String file, String yaml) {
        var root = Located.read(file, yaml)
                .only("id", "title", "unit", "stricter", "type", "dimensions", "codes", "otherwise", "values");
        var id = root.field("id").text("[a-z][a-z0-9]*(-[a-z0-9]+)*");
        if (!file.endsWith("/" + id + ".yml")) {
            throw root.field("id").malformed("'" + id + "' should be the name of the file");
        }
        var folders = file.split("/");
        var form = form(root);
        var values = new ArrayList<Value>();
        root.field("values").items().forEach(block -> values.addAll(block(block, form)));
        refuseTwice(values, root);
        return new Parameter(id, folders[folders.length - 2], form, file, values);
    }

    private static Form form(Located root) {
        var number = root.optional("type")
                .map(t -> t.text("number|text").equals("number"))
                .orElse(true);
        var stricter = root.field("stricter").constant(Stricter.class);
        if (stricter != Stricter.NONE && number == stricter.ofText()) {
            throw root.field("stricter")
                    .malformed(
                            number
                                    ? "should be lower, higher, narrower or none: it is a number"
                                    : "should be earlier, further or none: a text is neither higher nor lower");
        }
        var dimensions = root.optional("dimensions")
                .map(d -> d.items().stream().map(ParameterFile::dimension).toList())
                .orElse(List.of());
        var numbers = dimensions.stream().filter(Dimension::number).count();
        if (numbers > MOST_NUMBERS || dimensions.size() - numbers > MOST_WORDS) {
            throw root.field("dimensions").malformed("too many: at most three of words and one of numbers");
        }
        return new Form(
                root.field("title").label(),
                root.textOf("unit"),
                stricter,
                number,
                dimensions,
                codes(root, number, dimensions),
                root.optional("otherwise").map(ParameterFile::otherwise).orElse(null));
    }

    private static Otherwise otherwise(Located given) {
        if (given.isScalar()) {
            return new Otherwise(given.number().toPlainString(), Map.of());
        }
        var dims = new LinkedHashMap<String, String>();
        given.entries().forEach((name, code) -> dims.put(name, code.text()));
        return new Otherwise(null, dims);
    }

    /** Nobody reads codes: each dimension of words, and a value that is text, names the code table that words it. */
    private static Map<String, CodeTable> codes(Located root, boolean number, List<Dimension> dimensions) {
        var codes = new LinkedHashMap<String, CodeTable>();
        root.optional("codes").map(Located::entries).orElse(Map.of()).forEach((name, table) -> {
            var id = table.text();
            codes.put(name, CodeTables.find(id).orElseThrow(() -> table.malformed("there is no code table " + id)));
        });
        var words = dimensions.stream()
                .filter(d -> !d.number())
                .map(Dimension::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var named = new LinkedHashSet<>(codes.keySet());
        // Text that is no code, such as a day of the year, reads as it stands.
        if (!number) {
            named.remove(VALUE);
        }
        if (!named.equals(words)) {
            throw root.malformed("codes: should name the code tables of " + words + ", and names those of " + named);
        }
        return codes;
    }

    private static void refuseUnknown(Located place, Form form, String name, String code) {
        var table = form.codes().get(name);
        if (table != null && table.find(code).isEmpty()) {
            throw place.malformed("'" + code + "' is no code of " + table.id());
        }
    }

    private static Dimension dimension(Located item) {
        var name = item.text("[a-z_]+#?");
        return name.endsWith("#")
                ? new Dimension(name.substring(0, name.length() - 1), true)
                : new Dimension(name, false);
    }

    private static List<Value> block(Located block, Form form) {
        block.only("division", "from", "to", "confidence", "source", "article", "value", "rows", "note");
        var from = block.field("from").date();
        LocalDate to = block.optional("to").map(Located::date).orElse(null);
        if (to != null && !to.isAfter(from)) {
            throw block.field("to").malformed("should be after from");
        }
        var origin = new Origin(
                block.field("confidence").constant(Confidence.class),
                block.field("source").text(),
                block.textOf("article"),
                block.textOf("note"),
                block.place());
        var division = block.optional("division").map(d -> d.text("[0-9]{6}")).orElse(null);
        var values = new ArrayList<Value>();
        var rows = block.field(form.dimensions().isEmpty() ? "value" : "rows");
        descend(
                rows,
                form,
                new LinkedHashMap<>(),
                (dims, leaf) -> values.add(new Value(
                        division,
                        dims,
                        new Span(from, to),
                        form.number() ? leaf.number().toPlainString() : text(leaf, form),
                        new Origin(
                                origin.confidence(), origin.source(), origin.article(), origin.note(), leaf.place()))));
        return values;
    }

    private static String text(Located leaf, Form form) {
        refuseUnknown(leaf, form, VALUE, leaf.text());
        if (form.stricter() == Stricter.EARLIER && !isDayOfYear(leaf.text())) {
            throw leaf.malformed("'" + leaf.text() + "' is not a day of the year like 03-31");
        }
        return leaf.text();
    }

    private static boolean isDayOfYear(String text) {
        try {
            return MonthDay.parse("--" + text).toString().equals("--" + text);
        } catch (DateTimeException e) {
            return false;
        }
    }

    private static void descend(
            Located node, Form form, Map<String, String> dims, BiConsumer<Map<String, String>, Located> leaves) {
        if (dims.size() == form.dimensions().size()) {
            leaves.accept(Map.copyOf(dims), node);
            return;
        }
        var dimension = form.dimensions().get(dims.size());
        node.entries().forEach((key, below) -> {
            if (dimension.number() && !key.matches("\\d+(\\.\\d+)?")) {
                throw below.malformed("'" + key + "' should be a number: a value of " + dimension.name());
            }
            refuseUnknown(below, form, dimension.name(), key);
            var deeper = new LinkedHashMap<>(dims);
            deeper.put(dimension.name(), key);
            descend(below, form, deeper, leaves);
        });
    }

    private static void refuseTwice(List<Value> values, Located root) {
        for (var a : values) {
            for (var b : values) {
                if (a != b
                        && Objects.equals(a.division(), b.division())
                        && a.dims().equals(b.dims())
                        && a.valid().overlaps(b.valid())) {
                    throw root.malformed(b.origin().place() + " is set for the same days as "
                            + a.origin().place());
                }
            }
        }
    }
}
