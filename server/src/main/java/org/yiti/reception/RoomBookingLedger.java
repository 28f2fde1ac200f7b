package org.yiti.reception;

import static org.yiti.kernel.ledger.Column.text;
import static org.yiti.kernel.ledger.Column.time;
import static org.yiti.kernel.ledger.Grade.L2;

import org.yiti.kernel.ledger.Check;
import org.yiti.kernel.ledger.InstitutionColumns;
import org.yiti.kernel.ledger.Ledger;

/** Who asked for which meeting room, and whether anybody came. */
final class RoomBookingLedger {

    private RoomBookingLedger() {}

    static Ledger roomBookings() {
        return Ledger.of("reception.room_booking", "room-bookings", "会议室预订", "Bookings of meeting rooms")
                .ofInstitution()
                .records("room-booking", "room", "startsAt")
                .columns(
                        text("bookingNo", "预订编号", "Booking no.", L2).needed().upTo(60),
                        InstitutionColumns.code(),
                        InstitutionColumns.name(),
                        text("room", "会议室", "Room", L2).needed().upTo(120),
                        text("bookedBy", "预订部门", "Booked by", L2).upTo(120),
                        time("startsAt", "开始时间", "From", L2).needed().sorted(),
                        time("endsAt", "结束时间", "Until", L2).needed(),
                        time("usedAt", "签到时间", "Signed in", L2),
                        time("cancelledAt", "取消时间", "Cancelled", L2).tucked())
                .keyedBy("bookingNo")
                .checks(Check.order("startsAt", "endsAt"));
    }
}
