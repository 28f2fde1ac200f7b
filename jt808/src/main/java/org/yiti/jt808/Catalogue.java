package org.yiti.jt808;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.yiti.jt808.area.*;
import org.yiti.jt808.control.*;
import org.yiti.jt808.driver.*;
import org.yiti.jt808.layout.ValueKinds;
import org.yiti.jt808.layout.Word;
import org.yiti.jt808.media.*;
import org.yiti.jt808.parameter.*;
import org.yiti.jt808.position.*;
import org.yiti.jt808.safety.*;
import org.yiti.jt808.session.*;
import org.yiti.jt808.transport.*;
import org.yiti.jt808.video.*;

/** Every message there is: of JT/T 808, then of JT/T 1078 and T/JSATL 12. */
public final class Catalogue {

    private static final List<Kind<?>> SESSION = List.of(
            GeneralReply.TERMINAL,
            GeneralReply.PLATFORM,
            Empty.HEARTBEAT,
            Empty.DEREGISTRATION,
            Empty.TIME_QUESTION,
            ServerTime.KIND,
            ResendRequest.TERMINAL,
            ResendRequest.PLATFORM,
            Registration.KIND,
            RegistrationReply.KIND,
            Authentication.KIND,
            Empty.PARAMETERS_QUESTION,
            ParameterSettings.KIND,
            ParametersQuestion.KIND,
            ParametersReply.KIND,
            Empty.ATTRIBUTES_QUESTION,
            TerminalAttributes.KIND,
            Upgrade.KIND,
            Upgrade.Result.KIND);

    private static final List<Kind<?>> POSITION = List.of(
            Location.KIND,
            Empty.LOCATION_QUESTION,
            LocationReply.KIND,
            Tracking.KIND,
            AlarmConfirmation.KIND,
            Empty.LINK_TEST,
            LocationBatch.KIND);

    private static final List<Kind<?>> CONTROL = List.of(
            TerminalControl.KIND,
            TextMessage.KIND,
            EventMenu.KIND,
            EventReport.KIND,
            Question.KIND,
            Question.Reply.KIND,
            NewsMenu.KIND,
            NewsMenu.Order.KIND,
            NewsMenu.Item.KIND,
            CallBack.KIND,
            PhoneBook.KIND,
            VehicleControl.KIND,
            LocationReply.OF_CONTROL);

    private static final List<Kind<?>> AREA = List.of(
            Circles.KIND,
            Deletion.CIRCLES,
            Rectangles.KIND,
            Deletion.RECTANGLES,
            Polygon.KIND,
            Deletion.POLYGONS,
            Route.KIND,
            Deletion.ROUTES,
            AreaQuestion.KIND,
            AreaReply.KIND);

    private static final List<Kind<?>> DRIVER = List.of(
            Recorder.READ,
            Recorder.Upload.KIND,
            Recorder.WRITE,
            Waybill.KIND,
            Empty.DRIVER_QUESTION,
            DriverIdentity.KIND,
            CanData.KIND);

    private static final List<Kind<?>> MEDIA = List.of(
            MediaEvent.KIND,
            MediaData.KIND,
            MediaReply.KIND,
            Shot.KIND,
            Shot.Reply.KIND,
            MediaSearch.KIND,
            MediaFound.KIND,
            MediaSearch.Upload.KIND,
            Recording.KIND,
            MediaSearch.SingleUpload.KIND);

    private static final List<Kind<?>> TRANSPORT =
            List.of(Transparent.DOWN, Transparent.UP, Compressed.KIND, PublicKey.PLATFORM, PublicKey.TERMINAL);

    private static final List<Kind<?>> VIDEO = List.of(
            Empty.VIDEO_ATTRIBUTES_QUESTION,
            VideoAttributes.KIND,
            Passengers.KIND,
            LiveRequest.KIND,
            LiveRequest.Control.KIND,
            LiveRequest.Quality.KIND,
            Playback.KIND,
            Playback.Control.KIND,
            RecordingQuestion.KIND,
            Recordings.KIND,
            FileUpload.KIND,
            FileUpload.Done.KIND,
            FileUpload.Control.KIND,
            CameraMove.KIND,
            CameraMove.Adjustment.FOCUS,
            CameraMove.Adjustment.IRIS,
            CameraMove.Adjustment.WIPER,
            CameraMove.Adjustment.LAMP,
            CameraMove.Adjustment.ZOOM);

    private static final List<Kind<?>> SAFETY =
            List.of(AlarmFilesRequest.KIND, AlarmFiles.KIND, AlarmFile.ANNOUNCED, AlarmFile.DONE, AlarmFile.Reply.KIND);

    public static final List<Kind<?>> ALL = Stream.of(
                    SESSION, POSITION, CONTROL, AREA, DRIVER, MEDIA, TRANSPORT, VIDEO, SAFETY)
            .<Kind<?>>flatMap(List::stream)
            .toList();

    static final Map<Integer, Kind<?>> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Kind::id, Function.identity()));

    static final ValueKinds VALUES = ValueKinds.NONE
            .with(Extras.ALL)
            .with(SafetyExtras.ALL)
            .with(Parameters.ALL)
            .with(SafetyParameters.ALL)
            .with(Peripherals.ALL);

    /** The id as it is written, and its message's name if it has one. */
    public static List<Word> name(int id) {
        var kind = BY_ID.get(id);
        var hex = String.format("0x%04X", id);
        return List.of(kind == null ? new Word(hex, hex) : new Word(hex + " " + kind.zh(), hex + " " + kind.en()));
    }

    private Catalogue() {}
}
