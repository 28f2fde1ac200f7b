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
            1 G.721 G.721
            2 G.722 G.722
            3 G.723 G.723
            4 G.728 G.728
            5 G.729 G.729
            6 G.711A G.711A
            7 G.711U G.711U
            8 G.726 G.726
            9 G.729A G.729A
            10 DVI4_3 DVI4_3
            11 DVI4_4 DVI4_4
            12 DVI4_8K DVI4_8K
            13 DVI4_16K DVI4_16K
            14 LPC LPC
            15 S16BE_STEREO S16BE_STEREO
            16 S16BE_MONO S16BE_MONO
            17 MPEGAUDIO MPEGAUDIO
            18 LPCM LPCM
            19 AAC AAC
            20 WMA9STD WMA9STD
            21 HEAAC HEAAC
            22 PCM_VOICE PCM_VOICE
            23 PCM_AUDIO PCM_AUDIO
            24 AACLC AACLC
            25 MP3 MP3
            26 ADPCMA ADPCMA
            27 MP4AUDIO MP4AUDIO
            28 AMR AMR
            91 透传 as it is
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

    private static final Meaning OUTPUT = Meaning.codes("""
            0 不支持 no
            1 支持 yes
            """);

    static VideoAttributes pass(Pass<VideoAttributes> p) {
        return new VideoAttributes(
                p.octet("输入音频编码方式", "audioFormat", FORMAT, VideoAttributes::audioFormat),
                p.octet("输入音频声道数", "audioChannels", VideoAttributes::audioChannels),
                p.octet("输入音频采样率", "audioRate", RATE, VideoAttributes::audioRate),
                p.octet("输入音频采样位数", "audioBits", BITS, VideoAttributes::audioBits),
                p.word("音频帧长度", "audioFrameLength", VideoAttributes::audioFrameLength),
                p.octet("是否支持音频输出", "audioOutput", OUTPUT, VideoAttributes::audioOutput),
                p.octet("视频编码方式", "videoFormat", FORMAT, VideoAttributes::videoFormat),
                p.octet("最大音频物理通道数量", "mostAudioChannels", VideoAttributes::mostAudioChannels),
                p.octet("最大视频物理通道数量", "mostVideoChannels", VideoAttributes::mostVideoChannels));
    }
}
