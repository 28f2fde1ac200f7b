package org.yiti.jt808.driver;

import org.yiti.jt808.Kind;
import org.yiti.jt808.layout.Bytes;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Pass;

/**
 * Talks to the driving recorder of GB/T 19056 (clauses 8.47.1 and 8.47.3); the data are that standard's.
 *
 * @param command as GB/T 19056 numbers them
 */
public record Recorder(int command, Bytes data) {

    public static final Kind<Recorder> READ = Kind.of(0x8700, "行驶记录数据采集命令", "recorder read", Recorder::pass);
    public static final Kind<Recorder> WRITE = Kind.of(0x8701, "行驶记录参数下传命令", "recorder write", Recorder::pass);

    /** GB/T 19056-2012 tables A.6 and A.7. */
    private static final Meaning COMMAND = Meaning.codes("""
            0x00 执行标准版本 edition of the standard
            0x01 当前驾驶人信息 driver
            0x02 实时时间 clock
            0x03 累计行驶里程 mileage
            0x04 脉冲系数 pulses
            0x05 车辆信息 vehicle
            0x06 状态信号配置信息 signals
            0x07 记录仪唯一性编号 recorder number
            0x08 行驶速度记录 speeds
            0x09 位置信息记录 positions
            0x10 事故疑点记录 accidents
            0x11 超时驾驶记录 driven too long
            0x12 驾驶人身份记录 drivers
            0x13 外部供电记录 power
            0x14 参数修改记录 changes
            0x15 速度状态日志 speed log
            0x82 设置车辆信息 set the vehicle
            0x83 设置初次安装日期 set the date of installation
            0x84 设置状态量配置 set the signals
            0xC2 设置记录仪时间 set the clock
            0xC3 设置脉冲系数 set the pulses
            0xC4 设置起始里程 set the mileage
            """);

    static Recorder pass(Pass<Recorder> p) {
        return new Recorder(
                p.octet("命令字", "command", COMMAND, Recorder::command), p.rest("数据块", "data", Recorder::data));
    }

    /** What the recorder answered (clause 8.47.2). */
    public record Upload(int serial, int command, Bytes data) {

        public static final Kind<Upload> KIND = Kind.of(0x0700, "行驶记录数据上传", "recorder upload", Upload::pass);

        static Upload pass(Pass<Upload> p) {
            return new Upload(
                    p.word("应答流水号", "serial", Upload::serial),
                    p.octet("命令字", "command", COMMAND, Upload::command),
                    p.rest("数据块", "data", Upload::data));
        }
    }
}
