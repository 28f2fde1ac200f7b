package org.yiti.reception;

import java.util.List;
import org.springframework.stereotype.Component;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.LedgerBook;

/** All ledgers of reception; each is declared in a file of its own. */
@Component
class ReceptionLedgers implements LedgerBook {

    @Override
    public List<Ledger> ledgers() {
        return List.of(
                ReceptionLedger.receptions(),
                GuestLedger.guests(),
                MealLedger.meals(),
                LodgingLedger.lodgings(),
                ExpenseLedger.expenses(),
                MeetingPlanLedger.meetingPlans(),
                MeetingLedger.meetings(),
                TrainingLedger.trainings(),
                LectureLedger.lectures(),
                CanteenLedger.canteens(),
                CanteenAssessmentLedger.canteenAssessments(),
                CanteenWorkerLedger.canteenWorkers(),
                FoodSampleLedger.foodSamples(),
                FoodWasteLedger.foodWaste(),
                CanteenAccountLedger.canteenAccounts(),
                RoomBookingLedger.roomBookings());
    }
}
