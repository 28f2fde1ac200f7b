package org.yiti.proof.verify;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.yiti.proof.Words;

/** The answer: all that was seen, in plain words, and the exit code. */
record Verdict(Outcome outcome, List<Remark> remarks, List<Finding> findings) {

    enum Outcome {
        /** Whole, and a key that was given vouches for it. */
        WHOLE(0),
        PROVEN(0),
        BROKEN(1),
        /** Whole in itself, but no key was given, so nobody vouches for it. */
        UNVOUCHED(2);

        private final int code;

        Outcome(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }

        String wording() {
            return "outcome." + name().toLowerCase(Locale.ROOT);
        }
    }

    List<String> lines(Locale locale) {
        var words = new Words("org.yiti.proof.verify.words", locale);
        var told = Stream.concat(
                remarks.stream().map(remark -> words.say(remark.kind().wording(), remark.facts())),
                findings.stream().map(finding -> "✗ " + words.say(finding.kind().wording(), finding.facts())));
        var result = words.say(outcome.wording(), Map.of("count", findings.size()));
        return Stream.concat(told, Stream.of(result)).map(Verdict::printable).toList();
    }

    /** What a bundle says of itself must not move the cursor or turn the writing round. */
    private static String printable(String line) {
        return line.replaceAll("\\p{C}", "�");
    }
}
