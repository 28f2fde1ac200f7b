package org.yiti.jt808;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.yiti.jt808.layout.ValueKinds;
import org.yiti.jt808.position.*;
import org.yiti.jt808.session.*;

/** Every message of the standard. */
public final class Catalogue {

    public static final List<Kind<?>> ALL = List.of(
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
            Empty.ATTRIBUTES_QUESTION,
            TerminalAttributes.KIND,
            Upgrade.KIND,
            Upgrade.Result.KIND,
            Location.KIND,
            Empty.LOCATION_QUESTION,
            LocationReply.KIND,
            Tracking.KIND,
            AlarmConfirmation.KIND,
            Empty.LINK_TEST,
            LocationReply.OF_CONTROL,
            Empty.DRIVER_QUESTION,
            LocationBatch.KIND,
            Empty.VIDEO_ATTRIBUTES_QUESTION);

    static final Map<Integer, Kind<?>> BY_ID =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Kind::id, Function.identity()));

    static final ValueKinds VALUES = ValueKinds.NONE.with(Extras.ALL);

    private Catalogue() {}
}
