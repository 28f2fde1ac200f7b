package org.yiti.jt808.media;

import org.yiti.jt808.layout.Meaning;

/** Words that several multimedia messages share. */
final class Media {

    static final Meaning TYPE = Meaning.codes("""
            0 图像 picture
            1 音频 sound
            2 视频 film
            """);
    static final Meaning FORMAT = Meaning.codes("""
            0 JPEG JPEG
            1 TIF TIF
            2 MP3 MP3
            3 WAV WAV
            4 WMV WMV
            """);
    static final Meaning EVENT = Meaning.codes("""
            0 平台下发指令 order of the platform
            1 定时动作 timer
            2 抢劫报警触发 robbery alarm
            3 碰撞侧翻报警触发 collision or rollover
            4 门开拍照 door opened
            5 门关拍照 door closed
            6 车门由开变关且车速从小于20km到超过20km door closed and driven off
            7 定距拍照 distance
            """);
    static final Meaning SAVE = Meaning.codes("""
            0 实时上传 upload
            1 保存 keep
            """);
    static final Meaning DELETE = Meaning.codes("""
            0 保留 keep
            1 删除 delete
            """);

    private Media() {}
}
