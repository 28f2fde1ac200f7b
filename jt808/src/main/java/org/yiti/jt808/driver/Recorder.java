package org.yiti.jt808.driver;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Pass;

/**
 * Talks to the driving recorder of GB/T 19056 (clauses 8.47.1 and 8.47.3); the data are that standard's.
 *
 * @param command as GB/T 19056 numbers them
 */
public record Recorder(int command, Bytes data) {

    public static final Kind<Recorder> READ = Kind.of(0x8700, "行驶记录数据采集命令", "recorder read", Recorder::pass);
    public static final Kind<Recorder> WRITE = Kind.of(0x8701, "行驶记录参数下传命令", "recorder write", Recorder::pass);

    static Recorder pass(Pass<Recorder> p) {
        return new Recorder(p.octet("命令字", "command", Recorder::command), p.rest("数据块", "data", Recorder::data));
    }

    /** What the recorder answered (clause 8.47.2). */
    public record Upload(int serial, int command, Bytes data) {

        public static final Kind<Upload> KIND = Kind.of(0x0700, "行驶记录数据上传", "recorder upload", Upload::pass);

        static Upload pass(Pass<Upload> p) {
            return new Upload(
                    p.word("应答流水号", "serial", Upload::serial),
                    p.octet("命令字", "command", Upload::command),
                    p.rest("数据块", "data", Upload::data));
        }
    }
}
