package org.yiti.document;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What is to be read, in order. How wide a page is, and where it ends, is nothing that whoever writes one has to know. */
public final class Document {

    private final String title;
    private final String head;
    private final String mark;
    private final Instant at;
    private final List<Block> blocks = new ArrayList<>();

    /**
     * @param head at the top of every page
     * @param mark who took it away and when, over every page
     * @param at when it was made: nothing else in the files tells of a time
     */
    public Document(String title, String head, String mark, Instant at) {
        this.title = title;
        this.head = head;
        this.mark = mark;
        this.at = at;
    }

    public Document heading(int level, String words) {
        blocks.add(new Block.Heading(level, words));
        return this;
    }

    public Document paragraph(String words) {
        blocks.add(new Block.Paragraph(words, false));
        return this;
    }

    public Document quiet(String words) {
        blocks.add(new Block.Paragraph(words, true));
        return this;
    }

    public Document steps(List<String> steps) {
        blocks.add(new Block.Steps(List.copyOf(steps)));
        return this;
    }

    public Document code(String words) {
        blocks.add(new Block.Code(words));
        return this;
    }

    public Document facts(List<Block.Fact> facts) {
        blocks.add(new Block.Facts(List.copyOf(facts)));
        return this;
    }

    /** Nothing where there are no rows. */
    public Document table(List<String> head, List<List<String>> rows, String complete) {
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(List.copyOf(head), List.copyOf(rows), complete));
        }
        return this;
    }

    public Document picture(Drawing drawing) {
        blocks.add(new Block.Picture(drawing));
        return this;
    }

    public String title() {
        return title;
    }

    public String head() {
        return head;
    }

    public String mark() {
        return mark;
    }

    public Instant at() {
        return at;
    }

    public List<Block> blocks() {
        return Collections.unmodifiableList(blocks);
    }
}
