package org.yiti.jt808.control;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.Version;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.Text;
import org.yiti.jt808.layout.Width;

/** A question with answers to choose from (clause 7.26 of 2013). */
public record Question(int flags, Text question, List<Answer> answers) {

    public static final Kind<Question> KIND =
            Kind.of(0x8302, "提问下发", "question", Question::pass).until(Version.V2013);

    private static final Meaning FLAGS = Meaning.bits("""
            0 紧急 urgent
            3 终端TTS播读 read aloud
            4 广告屏显示 on the advertising screen
            """);

    /** One of the answers. */
    public record Answer(int id, Text content) {

        static Answer pass(Pass<Answer> p) {
            return new Answer(
                    p.octet("答案ID", "id", Answer::id), p.text(Width.WORD, "答案内容", "content", Answer::content));
        }
    }

    /** Which it was (clause 7.27 of 2013). */
    public record Reply(int serial, int answer) {

        public static final Kind<Reply> KIND =
                Kind.of(0x0302, "提问应答", "answer", Reply::pass).until(Version.V2013);

        static Reply pass(Pass<Reply> p) {
            return new Reply(p.word("应答流水号", "serial", Reply::serial), p.octet("答案ID", "answer", Reply::answer));
        }
    }

    static Question pass(Pass<Question> p) {
        return new Question(
                p.octet("标志", "flags", FLAGS, Question::flags),
                p.text(Width.OCTET, "问题", "question", Question::question),
                p.list("候选答案列表", "answers", Question::answers, Answer::pass));
    }
}
