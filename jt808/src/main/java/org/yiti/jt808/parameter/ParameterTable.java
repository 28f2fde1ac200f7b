package org.yiti.jt808.parameter;

import java.util.ArrayList;
import java.util.List;
import org.yiti.jt808.driver.CanData;
import org.yiti.jt808.layout.Meaning;
import org.yiti.jt808.layout.Numbers;
import org.yiti.jt808.layout.Pass;
import org.yiti.jt808.layout.ValueKind;
import org.yiti.jt808.layout.Word;

/** The parameters of the standard (table 12) and of JT/T 1078 (table 2): id, form, unit, name; a dash is no unit. */
final class ParameterTable {

    private static final String TABLE = """
            0001 dword s 终端心跳发送间隔 heartbeatInterval
            0002 dword s TCP消息应答超时时间 tcpReplyTimeout
            0003 dword - TCP消息重传次数 tcpRetries
            0004 dword s UDP消息应答超时时间 udpReplyTimeout
            0005 dword - UDP消息重传次数 udpRetries
            0006 dword s SMS消息应答超时时间 smsReplyTimeout
            0007 dword - SMS消息重传次数 smsRetries
            0010 text - 主服务器APN mainApn
            0011 text - 主服务器拨号用户名 mainDialUser
            0012 text - 主服务器拨号密码 mainDialPassword
            0013 text - 主服务器地址 mainServer
            0014 text - 备份服务器APN backupApn
            0015 text - 备份服务器拨号用户名 backupDialUser
            0016 text - 备份服务器拨号密码 backupDialPassword
            0017 text - 备份服务器地址 backupServer
            0018 dword - 服务器TCP端口 tcpPort
            0019 dword - 服务器UDP端口 udpPort
            001A text - 道路运输证IC卡认证主服务器地址 cardServer
            001B dword - 道路运输证IC卡认证主服务器TCP端口 cardServerTcpPort
            001C dword - 道路运输证IC卡认证主服务器UDP端口 cardServerUdpPort
            001D text - 道路运输证IC卡认证备份服务器地址 cardBackupServer
            0020 dword - 位置汇报策略 reportStrategy
            0021 dword - 位置汇报方案 reportScheme
            0022 dword s 驾驶员未登录汇报时间间隔 reportIntervalWithoutDriver
            0023 text - 从服务器APN secondApn
            0024 text - 从服务器拨号用户名 secondDialUser
            0025 text - 从服务器拨号密码 secondDialPassword
            0026 text - 从服务器备份地址 secondServer
            0027 dword s 休眠时汇报时间间隔 reportIntervalAsleep
            0028 dword s 紧急报警时汇报时间间隔 reportIntervalInEmergency
            0029 dword s 缺省时间汇报间隔 reportInterval
            002C dword m 缺省距离汇报间隔 reportDistance
            002D dword m 驾驶员未登录汇报距离间隔 reportDistanceWithoutDriver
            002E dword m 休眠时汇报距离间隔 reportDistanceAsleep
            002F dword m 紧急报警时汇报距离间隔 reportDistanceInEmergency
            0030 dword ° 拐点补传角度 cornerAngle
            0031 word m 电子围栏半径 fenceRadius
            0040 text - 监控平台电话号码 platformPhone
            0041 text - 复位电话号码 resetPhone
            0042 text - 恢复出厂设置电话号码 factorySettingsPhone
            0043 text - 监控平台SMS电话号码 platformSmsPhone
            0044 text - 接收终端SMS文本报警号码 smsAlarmPhone
            0045 dword - 终端电话接听策略 answerStrategy
            0046 dword s 每次最长通话时间 longestCall
            0047 dword s 当月最长通话时间 longestCallsOfMonth
            0048 text - 监听电话号码 listeningPhone
            0049 text - 监管平台特权短信号码 privilegedSmsPhone
            0050 dword - 报警屏蔽字 alarmMask
            0051 dword - 报警发送文本SMS开关 alarmSms
            0052 dword - 报警拍摄开关 alarmPicture
            0053 dword - 报警拍摄存储标志 alarmPictureKept
            0054 dword - 关键标志 keyAlarms
            0055 dword km/h 最高速度 maxSpeed
            0056 dword s 超速持续时间 overspeedDuration
            0057 dword s 连续驾驶时间门限 longestDriving
            0058 dword s 当天累计驾驶时间门限 longestDrivingOfDay
            0059 dword s 最小休息时间 shortestRest
            005A dword s 最长停车时间 longestParking
            005B word 0.1km/h 超速预警差值 overspeedWarning
            005C word s 疲劳驾驶预警差值 fatigueWarning
            005D word - 碰撞报警参数 collision
            005E word ° 侧翻报警参数 rollover
            0064 dword - 定时拍照控制 timedPictures
            0065 dword - 定距拍照控制 distancePictures
            0070 dword - 图像/视频质量 quality
            0071 dword - 亮度 brightness
            0072 dword - 对比度 contrast
            0073 dword - 饱和度 saturation
            0074 dword - 色度 chroma
            007A dword - 视频相关报警屏蔽字 videoAlarmMask
            0080 dword 0.1km 车辆里程表读数 odometer
            0081 word - 车辆所在的省域ID province
            0082 word - 车辆所在的市域ID city
            0083 text - 公安交通管理部门颁发的机动车号牌 plate
            0084 octet - 车牌颜色 plateColor
            0090 octet - GNSS定位模式 gnssMode
            0091 octet - GNSS波特率 gnssBaudRate
            0092 octet - GNSS模块详细定位数据输出频率 gnssOutputRate
            0093 dword s GNSS模块详细定位数据采集频率 gnssSampling
            0094 octet - GNSS模块详细定位数据上传方式 gnssUpload
            0095 dword - GNSS模块详细定位数据上传设置 gnssUploadSetting
            0100 dword ms CAN总线通道1采集时间间隔 can1Sampling
            0101 word s CAN总线通道1上传时间间隔 can1Upload
            0102 dword ms CAN总线通道2采集时间间隔 can2Sampling
            0103 word s CAN总线通道2上传时间间隔 can2Upload
            """;

    /** Since 2019; plain numbers, no BCD: 16 32 0A 1E is from 22:50 to 10:30. */
    private static final String FORBIDDEN_PERIOD = """
            1 开始小时 startHour
            1 开始分钟 startMinute
            1 结束小时 endHour
            1 结束分钟 endMinute
            """;

    static final List<ValueKind<?>> KINDS = parse();
    /** Names a parameter by its id. */
    static final Meaning IDS = (value, version) -> KINDS.stream()
            .filter(kind -> kind.id() == value)
            .map(kind -> new Word(kind.zh(), kind.key()))
            .toList();

    private ParameterTable() {}

    private static List<ValueKind<?>> parse() {
        var kinds = new ArrayList<ValueKind<?>>();
        TABLE.lines().forEach(line -> {
            var cells = line.split(" ");
            kinds.add(kind(
                    Long.parseLong(cells[0], 16),
                    cells[1],
                    Meaning.ofUnit(cells[2]).and(ParameterBits.of(cells[0])),
                    cells[3],
                    cells[4]));
        });
        kinds.add(Parameters.of(
                0x0032, "违规行驶时段范围", "forbiddenPeriod", length -> length == 4, Numbers.layout(FORBIDDEN_PERIOD)));
        kinds.add(Parameters.of(0x0110, "CAN总线ID单独采集设置", "canId", length -> length == 8, CanSampling::pass));
        return List.copyOf(kinds);
    }

    /** How often one sender on the bus is listened to. */
    private record CanSampling(long interval, long id) {

        static CanSampling pass(Pass<CanSampling> p) {
            return new CanSampling(
                    p.dword("采集时间间隔(0不采集)", "interval", Meaning.unit("ms"), CanSampling::interval),
                    p.dword("CAN ID", "id", CanData.ID, CanSampling::id));
        }
    }

    private static ValueKind<?> kind(long id, String form, Meaning meaning, String zh, String key) {
        return switch (form) {
            case "dword" -> Parameters.dword(id, zh, key, meaning);
            case "word" -> Parameters.word(id, zh, key, meaning);
            case "octet" -> Parameters.octet(id, zh, key, meaning);
            default -> Parameters.text(id, zh, key);
        };
    }
}
