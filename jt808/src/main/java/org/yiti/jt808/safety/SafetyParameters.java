package org.yiti.jt808.safety;

import java.util.List;
import org.yiti.jt808.layout.Numbers;
import org.yiti.jt808.layout.ValueKind;
import org.yiti.jt808.parameter.Parameters;

/**
 * Parameters of assistance systems (T/JSATL 12 tables 4-10 to 4-13). Makers end them with more or fewer reserved bytes; a
 * longer one has a rest.
 */
public final class SafetyParameters {

    private static final String ASSISTANCE_FIELDS = """
            1 报警判断速度阈值 alarmSpeed
            1 报警提示音量 volume
            1 主动拍照策略 pictureStrategy
            2 主动定时拍照时间间隔 pictureSeconds
            2 主动定距拍照距离间隔 pictureDistance
            1 单次主动拍照张数 pictures
            1 单次主动拍照时间间隔 pictureInterval
            1 拍照分辨率 pictureResolution
            1 视频录制分辨率 videoResolution
            4 报警使能 alarms
            4 事件使能 events
            1 预留 reserved
            1 障碍物报警距离阈值 obstacleDistance
            1 障碍物报警分级速度阈值 obstacleSpeed
            1 障碍物报警前后视频录制时间 obstacleVideoSeconds
            1 障碍物报警拍照张数 obstaclePictures
            1 障碍物报警拍照间隔 obstaclePictureInterval
            1 频繁变道报警判断时间段 laneChangeSeconds
            1 频繁变道报警判断次数 laneChanges
            1 频繁变道报警分级速度阈值 laneChangeSpeed
            1 频繁变道报警前后视频录制时间 laneChangeVideoSeconds
            1 频繁变道报警拍照张数 laneChangePictures
            1 频繁变道报警拍照间隔 laneChangePictureInterval
            1 车道偏离报警分级速度阈值 laneDepartureSpeed
            1 车道偏离报警前后视频录制时间 laneDepartureVideoSeconds
            1 车道偏离报警拍照张数 laneDeparturePictures
            1 车道偏离报警拍照间隔 laneDeparturePictureInterval
            1 前向碰撞报警时间阈值 collisionTime
            1 前向碰撞报警分级速度阈值 collisionSpeed
            1 前向碰撞报警前后视频录制时间 collisionVideoSeconds
            1 前向碰撞报警拍照张数 collisionPictures
            1 前向碰撞报警拍照间隔 collisionPictureInterval
            1 行人碰撞报警时间阈值 pedestrianTime
            1 行人碰撞报警使能速度阈值 pedestrianSpeed
            1 行人碰撞报警前后视频录制时间 pedestrianVideoSeconds
            1 行人碰撞报警拍照张数 pedestrianPictures
            1 行人碰撞报警拍照间隔 pedestrianPictureInterval
            1 车距监控报警距离阈值 gapDistance
            1 车距过近报警分级速度阈值 gapSpeed
            1 车距过近报警前后视频录制时间 gapVideoSeconds
            1 车距过近报警拍照张数 gapPictures
            1 车距过近报警拍照间隔 gapPictureInterval
            1 道路标志识别拍照张数 signPictures
            1 道路标志识别拍照间隔 signPictureInterval
            """;
    private static final String DRIVER_FIELDS = """
            1 报警判断速度阈值 alarmSpeed
            1 报警提示音量 volume
            1 主动拍照策略 pictureStrategy
            2 主动定时拍照时间间隔 pictureSeconds
            2 主动定距拍照距离间隔 pictureDistance
            1 单次主动拍照张数 pictures
            1 单次主动拍照时间间隔 pictureInterval
            1 拍照分辨率 pictureResolution
            1 视频录制分辨率 videoResolution
            4 报警使能 alarms
            4 事件使能 events
            2 吸烟报警判断时间间隔 smokingSeconds
            2 接打电话报警判断时间间隔 phoningSeconds
            1 预留1 reserved1
            1 预留2 reserved2
            1 预留3 reserved3
            1 疲劳驾驶报警分级速度阈值 fatigueSpeed
            1 疲劳驾驶报警前后视频录制时间 fatigueVideoSeconds
            1 疲劳驾驶报警拍照张数 fatiguePictures
            1 疲劳驾驶报警拍照间隔 fatiguePictureInterval
            1 接打电话报警分级速度阈值 phoningSpeed
            1 接打电话报警前后视频录制时间 phoningVideoSeconds
            1 接打电话报警拍照张数 phoningPictures
            1 接打电话报警拍照间隔 phoningPictureInterval
            1 抽烟报警分级速度阈值 smokingSpeed
            1 抽烟报警前后视频录制时间 smokingVideoSeconds
            1 抽烟报警拍照张数 smokingPictures
            1 抽烟报警拍照间隔 smokingPictureInterval
            1 分神驾驶报警分级速度阈值 distractionSpeed
            1 分神驾驶报警前后视频录制时间 distractionVideoSeconds
            1 分神驾驶报警拍照张数 distractionPictures
            1 分神驾驶报警拍照间隔 distractionPictureInterval
            1 驾驶行为异常分级速度阈值 abnormalitySpeed
            1 驾驶行为异常前后视频录制时间 abnormalityVideoSeconds
            1 驾驶行为异常拍照张数 abnormalityPictures
            1 驾驶行为异常拍照间隔 abnormalityPictureInterval
            1 驾驶员身份识别触发 driverRecognition
            """;
    private static final String TYRE_FIELDS = """
            4 轮胎规格型号1 tyreKind1
            4 轮胎规格型号2 tyreKind2
            4 轮胎规格型号3 tyreKind3
            2 胎压单位 unit
            2 正常胎压值 pressure
            2 胎压不平衡门限 imbalance
            2 慢漏气门限 leak
            2 低压阈值 low
            2 高压阈值 high
            2 高温阈值 hot
            2 电压阈值 battery
            2 定时上报时间间隔 seconds
            """;
    private static final String BLIND_SPOT_FIELDS = """
            1 后方接近报警时间阈值 rearSeconds
            1 侧后方接近报警时间阈值 sideSeconds
            """;

    public static final ValueKind<Numbers> ASSISTANCE = settings(0xF364, "高级驾驶辅助系统参数", "assistance", ASSISTANCE_FIELDS);
    public static final ValueKind<Numbers> DRIVER = settings(0xF365, "驾驶员状态监测系统参数", "driverMonitoring", DRIVER_FIELDS);
    public static final ValueKind<Numbers> TYRES = settings(0xF366, "胎压监测系统参数", "tyres", TYRE_FIELDS);
    public static final ValueKind<Numbers> BLIND_SPOT = settings(0xF367, "盲区监测系统参数", "blindSpot", BLIND_SPOT_FIELDS);

    public static final List<ValueKind<?>> ALL = List.of(ASSISTANCE, DRIVER, TYRES, BLIND_SPOT);

    private SafetyParameters() {}

    private static ValueKind<Numbers> settings(long id, String zh, String key, String fields) {
        var needs = Numbers.length(fields);
        return Parameters.of(id, zh, key, length -> length >= needs, Numbers.layout(fields));
    }
}
