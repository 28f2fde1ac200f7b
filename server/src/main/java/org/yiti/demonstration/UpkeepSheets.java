package org.yiti.demonstration;

import java.util.List;
import java.util.function.Function;

/** The sheets of {@link Upkeep}, in the order they load. */
final class UpkeepSheets {
    record Part<R extends Record>(String ledger, Class<R> kind, Function<Upkeep, Table<R>> table) {}

    static final List<Part<?>> PARTS = List.of(
            new Part<>("reception.reception", Hospitality.Reception.class, u -> u.hospitality.receptions),
            new Part<>("reception.guest", Hospitality.Guest.class, u -> u.hospitality.guests),
            new Part<>("reception.meal", Hospitality.Meal.class, u -> u.hospitality.meals),
            new Part<>("reception.lodging", Hospitality.Lodging.class, u -> u.hospitality.lodgings),
            new Part<>("reception.expense", Hospitality.Expense.class, u -> u.hospitality.expenses),
            new Part<>("reception.meeting_plan", Gatherings.MeetingPlan.class, u -> u.gatherings.meetingPlans),
            new Part<>("reception.meeting", Gatherings.Meeting.class, u -> u.gatherings.meetings),
            new Part<>("reception.training", Gatherings.Training.class, u -> u.gatherings.trainings),
            new Part<>("reception.lecture", Gatherings.Lecture.class, u -> u.gatherings.lectures),
            new Part<>("reception.canteen", Canteens.Canteen.class, u -> u.canteens.canteens),
            new Part<>(
                    "reception.canteen_assessment",
                    Canteens.CanteenAssessment.class,
                    u -> u.canteens.canteenAssessments),
            new Part<>("reception.canteen_worker", Canteens.CanteenWorker.class, u -> u.canteens.canteenWorkers),
            new Part<>("reception.food_sample", Canteens.FoodSample.class, u -> u.canteens.foodSamples),
            new Part<>("reception.food_waste", Canteens.FoodWaste.class, u -> u.canteens.foodWaste),
            new Part<>("assets.asset", Estate.Asset.class, u -> u.estate.assets),
            new Part<>("assets.basis", Estate.Basis.class, u -> u.estate.bases),
            new Part<>("assets.stocktake", Estate.Stocktake.class, u -> u.estate.stocktakes),
            new Part<>("assets.asset_disposal", Estate.Disposal.class, u -> u.estate.disposals),
            new Part<>("assets.income", Estate.Income.class, u -> u.estate.incomes),
            new Part<>("assets.report", Estate.Report.class, u -> u.estate.reports),
            new Part<>("assets.request", Warehouse.Request.class, u -> u.warehouse.requests),
            new Part<>("fleet.purchase_request", Warehouse.VehicleRequest.class, u -> u.warehouse.vehicleRequests),
            new Part<>("assets.warehouse_entry", Warehouse.Entry.class, u -> u.warehouse.warehouseEntries),
            new Part<>("assets.loan", Warehouse.Loan.class, u -> u.warehouse.loans),
            new Part<>("funds.budget", Treasury.Budget.class, u -> u.treasury.budgets),
            new Part<>("funds.spending", Treasury.Spending.class, u -> u.treasury.spendings),
            new Part<>("funds.publication", Treasury.Publication.class, u -> u.treasury.publications),
            new Part<>("funds.contract", Treasury.Contract.class, u -> u.treasury.contracts),
            new Part<>("funds.payment", Treasury.Payment.class, u -> u.treasury.payments),
            new Part<>("funds.travel_claim", Treasury.TravelClaim.class, u -> u.treasury.travelClaims),
            new Part<>("assets.asset_usage", Amenities.Usage.class, u -> u.amenities.usages),
            new Part<>("reception.canteen_account", Amenities.CanteenAccount.class, u -> u.amenities.canteenAccounts),
            new Part<>("reception.room_booking", Amenities.RoomBooking.class, u -> u.amenities.roomBookings),
            new Part<>("funds.service_item", Amenities.ServiceItem.class, u -> u.amenities.serviceItems),
            new Part<>("funds.service_record", Amenities.ServiceRecord.class, u -> u.amenities.serviceRecords),
            new Part<>("premises.file_handover", Amenities.FileHandover.class, u -> u.amenities.fileHandovers),
            new Part<>(
                    "datasecurity.information_system", DataDuties.InformationSystem.class, u -> u.dataDuties.systems),
            new Part<>("datasecurity.processing_activity", DataDuties.Activity.class, u -> u.dataDuties.activities),
            new Part<>(
                    "datasecurity.impact_assessment",
                    DataDuties.ImpactAssessment.class,
                    u -> u.dataDuties.impactAssessments),
            new Part<>("datasecurity.provision", DataDuties.Provision.class, u -> u.dataDuties.provisions),
            new Part<>(
                    "datasecurity.risk_assessment", DataDuties.RiskAssessment.class, u -> u.dataDuties.riskAssessments),
            new Part<>(
                    "datasecurity.compliance_audit",
                    DataDuties.ComplianceAudit.class,
                    u -> u.dataDuties.complianceAudits),
            new Part<>("datasecurity.incident", DataDuties.Incident.class, u -> u.dataDuties.incidents),
            new Part<>("datasecurity.processor", DataDuties.Processor.class, u -> u.dataDuties.processors));

    private UpkeepSheets() {}
}
