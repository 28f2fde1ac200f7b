package org.yiti.jt808.media;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Pass;

/** A picture, sound or film was made (clause 8.51). */
public record MediaEvent(long id, int type, int format, int event, int channel) {

    public static final Kind<MediaEvent> KIND = Kind.of(0x0800, "多媒体事件信息上传", "multimedia event", MediaEvent::pass);

    static MediaEvent pass(Pass<MediaEvent> p) {
        return new MediaEvent(
                p.dword("多媒体数据ID", "id", MediaEvent::id),
                p.octet("多媒体类型", "type", Media.TYPE, MediaEvent::type),
                p.octet("多媒体格式编码", "format", Media.FORMAT, MediaEvent::format),
                p.octet("事件项编码", "event", Media.EVENT, MediaEvent::event),
                p.octet("通道ID", "channel", MediaEvent::channel));
    }
}
