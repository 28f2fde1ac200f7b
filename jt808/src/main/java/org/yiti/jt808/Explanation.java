package org.yiti.jt808;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yiti.jt808.layout.Explained;
import org.yiti.jt808.layout.Word;

/**
 * A frame, field by field.
 *
 * @param kind what the message is
 * @param version the edition it is explained by
 * @param basis why that one
 * @param problem why the body, or the header, is explained only so far
 * @param deviations what is not as the standard has it and was put up with
 */
public record Explanation(
        @Nullable Kind<?> kind,
        Version version,
        Basis basis,
        List<Explained> header,
        List<Explained> body,
        @Nullable Refused problem,
        List<Refused> deviations) {

    /** What tells the edition of a message. */
    public enum Basis {
        ASKED("按要求", "as was asked"),
        HEADER("消息头的版本标识", "the header says so"),
        CONTENT("注册消息的结构", "the registration is built like that"),
        SESSION("本次连接先前的消息", "earlier messages of the session"),
        ASSUMED("无从得知,按2013版", "nothing tells: taken for 2013");

        private final Word word;

        Basis(String zh, String en) {
            this.word = new Word(zh, en);
        }

        public Word word() {
            return word;
        }
    }
}
