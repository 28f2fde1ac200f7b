package org.yiti.ledger.paper;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.yiti.kernel.Label;
import org.yiti.kernel.Refused;
import org.yiti.kernel.code.CodeTables;
import org.yiti.ledger.LedgerRefusal;

/** What is said of a paper by whoever adds it, checked. */
record PaperForm(
        String title,
        String kind,
        @Nullable String number,
        @Nullable LocalDate datedOn) {

    static final String KINDS = "paper-kind";
    private static final int LONGEST_TITLE = 200;
    private static final int LONGEST_NUMBER = 100;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);

    static PaperForm of(
            @Nullable String title,
            @Nullable String kind,
            @Nullable String number,
            @Nullable String datedOn,
            LocalDate today) {
        var wrong = new ArrayList<Refused.FieldProblem>();
        var named = visible(title);
        if (named.isEmpty() || named.length() > LONGEST_TITLE) {
            wrong.add(field("title", "请填写标题，不超过 200 字", "give a title of at most 200 characters"));
        }
        if (kind == null || CodeTables.get(KINDS).find(kind).isEmpty()) {
            wrong.add(field("kind", "请选择文书类别", "choose a kind of paper"));
        }
        var numbered = visible(number);
        if (numbered.length() > LONGEST_NUMBER) {
            wrong.add(field("number", "文号不超过 100 字", "a document number has at most 100 characters"));
        }
        var dated = day(datedOn, today, wrong);
        if (!wrong.isEmpty()) {
            throw new Refused(LedgerRefusal.PAPER_REFUSED, Map.of(), wrong);
        }
        return new PaperForm(named, String.valueOf(kind), numbered.isEmpty() ? null : numbered, dated);
    }

    private static @Nullable LocalDate day(@Nullable String text, LocalDate today, List<Refused.FieldProblem> wrong) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var day = LocalDate.parse(text.strip());
            if (day.isBefore(EARLIEST) || day.isAfter(today)) {
                wrong.add(field(
                        "datedOn", "成文日期应在 1900 年以后、不晚于今天", "a paper is dated after 1900 and not later than today"));
            }
            return day;
        } catch (DateTimeParseException nonsense) {
            wrong.add(field("datedOn", "没有这一天；请写作 2026-01-31", "there is no such day; write 2026-01-31"));
            return null;
        }
    }

    /** What was taken with a camera, rather than a picture of a document. */
    boolean isPhotograph() {
        return kind.equals("PHOTOGRAPH");
    }

    /** Why a paper is removed must be said as well. */
    static String reason(@Nullable String given) {
        var reason = visible(given);
        if (reason.isEmpty() || reason.length() > LONGEST_TITLE) {
            throw new Refused(
                    LedgerRefusal.PAPER_REFUSED,
                    Map.of(),
                    List.of(field("reason", "请填写移除的理由，不超过 200 字", "say why, in at most 200 characters")));
        }
        return reason;
    }

    private static String visible(@Nullable String text) {
        return text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "").strip();
    }

    private static Refused.FieldProblem field(String name, String zh, String en) {
        return new Refused.FieldProblem("/" + name, new Label(zh, en).in(LocaleContextHolder.getLocale()));
    }
}
