package org.yiti.proof.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yiti.proof.verify.Finding.Kind;

/** What a check has found, in order. More than anybody reads are counted only. */
final class Findings {

    private static final int MOST = 1000;

    private final List<Finding> list = new ArrayList<>();
    private long more;

    void add(Kind kind, Map<String, ?> facts) {
        add(new Finding(kind, facts));
    }

    void add(Finding finding) {
        if (list.size() < MOST) {
            list.add(finding);
        } else {
            more++;
        }
    }

    /** That there is more of it, which was not looked at one by one. */
    void more() {
        more++;
    }

    long count() {
        return list.size() + more;
    }

    List<Finding> list() {
        var all = new ArrayList<>(list);
        if (more > 0) {
            all.add(new Finding(Kind.MORE, Map.of("count", list.size())));
        }
        return all;
    }
}
