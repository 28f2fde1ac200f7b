package org.yiti.demonstration;

import java.util.List;

/**
 * What an institution is drawn from: how many people work there, in which buildings, with which vehicles.
 * Kept beside the ledger row because no ledger says it.
 */
record Hosts(
        Organization.Institution institution,
        String tier,
        int people,
        List<String> buildings,
        int chiefs,
        int deputies,
        int[] vehicles,
        String head,
        List<String> departments) {
    static final List<String> VEHICLE_TYPES =
            List.of("CONFIDENTIAL_COMMUNICATION", "EMERGENCY", "LAW_ENFORCEMENT", "SPECIAL_TECHNICAL", "OTHER");

    String code() {
        return institution.code();
    }
}
