package org.yiti.kernel;

import java.util.List;
import java.util.Map;

/** Something was asked that may not be. The only exception that modules throw on purpose. */
public class Refused extends RuntimeException {

    /** A field that is wrong, by JSON pointer, with a sentence about it. */
    public record FieldProblem(String pointer, String message) {}

    private final Refusal refusal;
    private final transient Map<String, ?> facts;
    private final transient List<FieldProblem> fields;

    public Refused(Refusal refusal) {
        this(refusal, Map.of(), List.of());
    }

    public Refused(Refusal refusal, Map<String, ?> facts) {
        this(refusal, facts, List.of());
    }

    public Refused(Refusal refusal, Map<String, ?> facts, List<FieldProblem> fields) {
        super(refusal.type() + " " + facts);
        this.refusal = refusal;
        this.facts = facts;
        this.fields = fields;
    }

    public Refusal refusal() {
        return refusal;
    }

    public Map<String, ?> facts() {
        return facts;
    }

    public List<FieldProblem> fields() {
        return fields;
    }
}
