package org.yiti.jt808.video;

import org.yiti.jt808.layout.Meaning;

/** Words that several messages of JT/T 1078 share. */
final class Video {

    static final Meaning MEDIA = Meaning.codes("""
            0 音视频 sound and film
            1 音频 sound
            2 视频 film
            3 视频或音视频 film, or sound and film
            """);
    static final Meaning STREAM = Meaning.codes("""
            0 所有码流 any
            1 主码流 main stream
            2 子码流 sub stream
            """);
    static final Meaning STORAGE = Meaning.codes("""
            0 所有存储器 any
            1 主存储器 main store
            2 灾备存储器 spare store
            """);
    static final Meaning PLAYBACK = Meaning.codes("""
            0 正常回放 play
            1 快进回放 fast forward
            2 关键帧快退回放 rewind by key frames
            3 关键帧播放 key frames
            4 单帧上传 single frame
            """);

    private Video() {}
}
