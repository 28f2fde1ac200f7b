package org.yiti.jt808.video;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;

/** What sound and film a terminal can do (JT/T 1078 clause 5.4.2). */
public record VideoAttributes(
        int audioFormat,
        int audioChannels,
        int audioRate,
        int audioBits,
        int audioFrameLength,
        int audioOutput,
        int videoFormat,
        int mostAudioChannels,
        int mostVideoChannels) {

    public static final Kind<VideoAttributes> KIND =
            Kind.of(0x1003, "终端上传音视频属性", "audio and video attributes", VideoAttributes::pass);

    static final Meaning FORMAT = Meaning.codes("""
            6 G.711A G.711A
            7 G.711U G.711U
            8 G.726 G.726
            19 AAC AAC
            25 MP3 MP3
            26 ADPCMA ADPCMA
            98 H.264 H.264
            99 H.265 H.265
            100 AVS AVS
            101 SVAC SVAC
            """);
    private static final Meaning RATE = Meaning.codes("""
            0 8kHz 8 kHz
            1 22.05kHz 22.05 kHz
            2 44.1kHz 44.1 kHz
            3 48kHz 48 kHz
            """);
    private static final Meaning BITS = Meaning.codes("""
            0 8位 8 bits
            1 16位 16 bits
            2 32位 32 bits
            """);

    static VideoAttributes pass(Pass<VideoAttributes> p) {
        return new VideoAttributes(
                p.octet("输入音频编码方式", "audioFormat", FORMAT, VideoAttributes::audioFormat),
                p.octet("输入音频声道数", "audioChannels", VideoAttributes::audioChannels),
                p.octet("输入音频采样率", "audioRate", RATE, VideoAttributes::audioRate),
                p.octet("输入音频采样位数", "audioBits", BITS, VideoAttributes::audioBits),
                p.word("音频帧长度", "audioFrameLength", VideoAttributes::audioFrameLength),
                p.octet("是否支持音频输出", "audioOutput", VideoAttributes::audioOutput),
                p.octet("视频编码方式", "videoFormat", FORMAT, VideoAttributes::videoFormat),
                p.octet("最大音频物理通道数量", "mostAudioChannels", VideoAttributes::mostAudioChannels),
                p.octet("最大视频物理通道数量", "mostVideoChannels", VideoAttributes::mostVideoChannels));
    }
}
