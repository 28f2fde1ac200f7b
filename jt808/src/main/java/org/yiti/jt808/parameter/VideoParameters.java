package org.yiti.jt808.parameter;

import java.util.List;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.ValueKind;
import org.yiti.jt808.layout.Width;

/** Parameters of JT/T 1078 that have parts (tables 2 to 8). */
final class VideoParameters {

    static final List<ValueKind<?>> KINDS = List.of(
            Parameters.of(0x0075, "音视频参数设置", "video", length -> length == 21, VideoParameters::video),
            Parameters.of(0x0076, "音视频通道列表设置", "videoChannels", length -> length >= 3, Channels::pass),
            Parameters.of(0x0077, "单独视频通道参数设置", "videoOfChannels", length -> length >= 1, VideoParameters::each),
            Parameters.of(0x0079, "特殊报警录像参数设置", "alarmRecording", length -> length == 3, AlarmRecording::pass),
            Parameters.of(0x007B, "图像分析报警参数设置", "imageAnalysis", length -> length == 2, ImageAnalysis::pass),
            Parameters.of(0x007C, "终端休眠唤醒模式设置", "wakeUp", length -> length == 20, WakeUp::pass));

    private VideoParameters() {}

    /** How one stream is coded. */
    record Stream(int mode, int resolution, int keyFrameInterval, int frameRate, long bitRate) {

        static Stream pass(Pass<Stream> p) {
            return new Stream(
                    p.octet("编码模式", "mode", Stream::mode),
                    p.octet("分辨率", "resolution", Stream::resolution),
                    p.word("关键帧间隔", "keyFrameInterval", Stream::keyFrameInterval),
                    p.octet("目标帧率", "frameRate", Meaning.unit("fps"), Stream::frameRate),
                    p.dword("目标码率", "bitRate", Meaning.unit("kbit/s"), Stream::bitRate));
        }
    }

    /** Live and stored streams, what is printed over them, whether there is sound. */
    record Video(int channel, Stream live, Stream stored, int overlay, int audio) {}

    private static Video video(Pass<Video> p) {
        return streams(p, 0, true);
    }

    private static Video streams(Pass<Video> p, int channel, boolean withAudio) {
        return new Video(
                channel,
                p.item("实时流", "live", Video::live, Stream::pass),
                p.item("存储流", "stored", Video::stored, Stream::pass),
                p.word("OSD字幕叠加设置", "overlay", Video::overlay),
                withAudio ? p.octet("是否启用音频输出", "audio", Video::audio) : 0);
    }

    private static List<Video> each(Pass<List<Video>> p) {
        return p.list(Width.OCTET, "通道", "channels", it -> it, VideoParameters::ofChannel);
    }

    private static Video ofChannel(Pass<Video> p) {
        return streams(p, p.octet("逻辑通道号", "channel", Video::channel), false);
    }

    /** Which channels there are. */
    record Channels(int audioVideo, int audio, int video, List<Channel> channels) {

        /** One of them. */
        record Channel(int physical, int logical, int type, int camera) {

            static Channel pass(Pass<Channel> p) {
                return new Channel(
                        p.octet("物理通道号", "physical", Channel::physical),
                        p.octet("逻辑通道号", "logical", Channel::logical),
                        p.octet("通道类型", "type", Channel::type),
                        p.octet("是否连接云台", "camera", Channel::camera));
            }
        }

        static Channels pass(Pass<Channels> p) {
            return new Channels(
                    p.octet("音视频通道总数", "audioVideo", Channels::audioVideo),
                    p.octet("音频通道总数", "audio", Channels::audio),
                    p.octet("视频通道总数", "video", Channels::video),
                    p.list("音视频通道对照表", "channels", Channels::channels, Channel::pass));
        }
    }

    /** Recordings of special alarms. */
    record AlarmRecording(int storagePercent, int minutes, int minutesBefore) {

        static AlarmRecording pass(Pass<AlarmRecording> p) {
            return new AlarmRecording(
                    p.octet("特殊报警录像存储阈值", "storagePercent", Meaning.unit("%"), AlarmRecording::storagePercent),
                    p.octet("特殊报警录像持续时间", "minutes", Meaning.unit("min"), AlarmRecording::minutes),
                    p.octet("特殊报警标识起始时间", "minutesBefore", Meaning.unit("min"), AlarmRecording::minutesBefore));
        }
    }

    /** From when on a picture means an alarm. */
    record ImageAnalysis(int passengers, int fatiguePercent) {

        static ImageAnalysis pass(Pass<ImageAnalysis> p) {
            return new ImageAnalysis(
                    p.octet("车辆核载人数", "passengers", ImageAnalysis::passengers),
                    p.octet("疲劳程度阈值", "fatiguePercent", Meaning.unit("%"), ImageAnalysis::fatiguePercent));
        }
    }

    /** What wakes the terminal; four times of day to wake and to sleep. */
    record WakeUp(int modes, int conditions, int days, int times, List<Span> spans) {

        /** hhmm to hhmm. */
        record Span(String from, String to) {

            static Span pass(Pass<Span> p) {
                return new Span(p.digits(2, "唤醒时间", "from", Span::from), p.digits(2, "关闭时间", "to", Span::to));
            }
        }

        static WakeUp pass(Pass<WakeUp> p) {
            return new WakeUp(
                    p.octet("休眠唤醒模式", "modes", WakeUp::modes),
                    p.octet("唤醒条件类型", "conditions", WakeUp::conditions),
                    p.octet("定时唤醒日设置", "days", WakeUp::days),
                    p.octet("日定时唤醒启用标志", "times", WakeUp::times),
                    p.list("时间段", "spans", WakeUp::spans, Span::pass));
        }
    }
}
