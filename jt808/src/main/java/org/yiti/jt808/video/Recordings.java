package org.yiti.jt808.video;

import java.util.List;
import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;

/** Recordings a terminal has (JT/T 1078 clause 5.6.2). */
public record Recordings(int serial, long count, List<Item> items) {

    public static final Kind<Recordings> KIND = Kind.of(0x1205, "终端上传音视频资源列表", "recordings", Recordings::pass);

    public Recordings(int serial, List<Item> items) {
        this(serial, items.size(), items);
    }

    /** One of them; a recording as one asks for it, and its size. */
    public record Item(RecordingQuestion recording, long bytes) {

        static Item pass(Pass<Item> p) {
            return new Item(
                    p.item("资源", "recording", Item::recording, RecordingQuestion::pass),
                    p.dword("文件大小", "bytes", Meaning.unit("B"), Item::bytes));
        }
    }

    static Recordings pass(Pass<Recordings> p) {
        var serial = p.word("流水号", "serial", Recordings::serial);
        var count = p.dword("音视频资源总数", "count", Recordings::count);
        var most = (int) Math.min(count, Integer.MAX_VALUE);
        return new Recordings(serial, count, p.loose(most, "音视频资源列表", "items", Recordings::items, Item::pass));
    }
}
