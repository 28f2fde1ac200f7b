package org.yiti.jt808.video;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.BcdTime;
import org.yiti.jt808.layout.Pass;

/**
 * Which recordings there are (JT/T 1078 clause 5.6.1).
 *
 * @param alarms as in a position
 * @param videoAlarms as in additional information 14
 */
public record RecordingQuestion(
        int channel, BcdTime start, BcdTime end, long videoAlarms, long alarms, int media, int stream, int storage) {

    public static final Kind<RecordingQuestion> KIND =
            Kind.of(0x9205, "查询资源列表", "question for recordings", RecordingQuestion::pass);

    static RecordingQuestion pass(Pass<RecordingQuestion> p) {
        return new RecordingQuestion(
                p.octet("逻辑通道号", "channel", RecordingQuestion::channel),
                p.time("开始时间", "start", RecordingQuestion::start),
                p.time("结束时间", "end", RecordingQuestion::end),
                p.dword("报警标志(视频)", "videoAlarms", RecordingQuestion::videoAlarms),
                p.dword("报警标志", "alarms", RecordingQuestion::alarms),
                p.octet("音视频资源类型", "media", Video.MEDIA, RecordingQuestion::media),
                p.octet("码流类型", "stream", Video.STREAM, RecordingQuestion::stream),
                p.octet("存储器类型", "storage", Video.STORAGE, RecordingQuestion::storage));
    }
}
