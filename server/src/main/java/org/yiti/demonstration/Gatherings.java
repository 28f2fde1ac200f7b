package org.yiti.demonstration;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Meetings and training. */
final class Gatherings {
    record MeetingPlan(
            String planNo,
            String institutionCode,
            int year,
            String name,
            String grade,
            @Nullable String reason,
            @Nullable Integer days,
            @Nullable Integer delegates,
            @Nullable Integer staff,
            @Nullable Double budget,
            @Nullable String source,
            @Nullable LocalDate approvedOn,
            @Nullable String approvalNo) {}

    record Meeting(
            String meetingNo,
            String institutionCode,
            @Nullable String planNo,
            String name,
            String grade,
            String form,
            boolean briefing,
            LocalDate startsOn,
            LocalDate endsOn,
            int delegates,
            @Nullable Integer staff,
            @Nullable Integer outsiders,
            @Nullable String venue,
            @Nullable String venueKind,
            @Nullable Integer stars,
            @Nullable Integer lodgers,
            double cost,
            @Nullable Double banquetCost,
            @Nullable Double giftCost,
            @Nullable Double tourCost,
            @Nullable String extraApprovalNo,
            boolean approval,
            boolean notice,
            boolean signIn,
            boolean bill,
            @Nullable LocalDate settledOn) {}

    record Training(
            String trainingNo,
            String institutionCode,
            String name,
            String grade,
            LocalDate startsOn,
            LocalDate endsOn,
            int trainees,
            @Nullable Integer staff,
            double cost,
            @Nullable String planApprovalNo) {}

    record Lecture(
            @Beside String institutionCode,
            String trainingNo,
            int lectureNo,
            String lecturer,
            String title,
            LocalDate taughtOn,
            double hours,
            double fee) {}

    final Table<MeetingPlan> meetingPlans = new Table<>(MeetingPlan.class, m -> m.planNo());
    final Table<Meeting> meetings = new Table<>(Meeting.class, m -> m.meetingNo());
    final Table<Training> trainings = new Table<>(Training.class, t -> t.trainingNo());
    final Table<Lecture> lectures = new Table<>(Lecture.class, l -> l.trainingNo() + " " + l.lectureNo());
}
