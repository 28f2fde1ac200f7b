package org.yiti.document;

import java.util.List;

/** What a document consists of, one below the other. */
public sealed interface Block {

    /** @param level 2 for a chapter, 3 for a matter, 4 for a part of one; the title is 1 */
    record Heading(int level, String words) implements Block {}

    /** @param quiet a remark beside the matter */
    record Paragraph(String words, boolean quiet) implements Block {}

    record Steps(List<String> steps) implements Block {}

    record Code(String words) implements Block {}

    /** What something is called, and what it is. */
    record Facts(List<Fact> facts) implements Block {}

    record Fact(String name, String value) {}

    /** @param complete where all of it stands, should there be more rows than are worth printing */
    record Table(List<String> head, List<List<String>> rows, String complete) implements Block {}

    record Picture(Drawing drawing) implements Block {}
}
