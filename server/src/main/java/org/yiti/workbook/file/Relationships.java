package org.yiti.workbook.file;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;

/** Which part a part refers to; what lies outside the file is left out, so that it can never be followed. */
final class Relationships extends PartHandler {

    /** @param type last word of the type, the same in both namespaces */
    record Target(String type, String path) {}

    private static final int MOST = 100_000;

    private final String source;
    private final Map<String, Target> byId = new LinkedHashMap<>();

    private Relationships(String source) {
        this.source = source;
    }

    static Relationships of(ZipParts parts, String source) {
        Relationships relationships = new Relationships(source);
        int slash = source.lastIndexOf('/');
        relationships.parse(parts, source.substring(0, slash + 1) + "_rels/" + source.substring(slash + 1) + ".rels");
        return relationships;
    }

    @Override
    void start(String name, Attributes attributes) {
        String id = attribute(attributes, "Id");
        String type = attribute(attributes, "Type");
        String target = attribute(attributes, "Target");
        boolean external = "External".equals(attribute(attributes, "TargetMode"));
        if (name.equals("Relationship") && id != null && type != null && target != null && !external) {
            if (byId.size() == MOST) {
                throw UnreadableFile.because(FileRefusal.CORRUPT);
            }
            byId.put(id, new Target(type.substring(type.lastIndexOf('/') + 1), resolve(target)));
        }
    }

    private String resolve(String target) {
        String path = target.replace('\\', '/');
        String full = path.startsWith("/") ? path : source.substring(0, source.lastIndexOf('/') + 1) + path;
        Deque<String> steps = new ArrayDeque<>();
        for (String step : full.split("/")) {
            if (step.equals("..")) {
                steps.pollLast();
            } else if (!step.isEmpty() && !step.equals(".")) {
                steps.addLast(step);
            }
        }
        return String.join("/", steps);
    }

    @Nullable
    Target byId(String id) {
        return byId.get(id);
    }

    /** The first of a type. */
    @Nullable
    String path(String type) {
        for (Target target : byId.values()) {
            if (target.type().equals(type)) {
                return target.path();
            }
        }
        return null;
    }
}
