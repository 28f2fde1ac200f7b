package org.yiti.ledger.reorganization;

import java.util.List;
import org.yiti.kernel.Label;

/**
 * What a reorganization does.
 *
 * @param codes of parts that get another one, because who takes them over has the same already
 * @param rights whose sight of institutions changes, although no grant is touched
 * @param fingerprint of all of it: who decides shows what they have looked at
 */
record Outcome(List<OfLedger> ledgers, List<NewCode> codes, List<SightChange> rights, String fingerprint) {

    /**
     * @param goes rows that are the other's from then on
     * @param anew rows that end and are there anew with the other
     * @param ends rows that end
     * @param stays rows of who is taken over that stay with it
     */
    record OfLedger(String ledger, String path, Label title, long goes, long anew, long ends, long stays) {}

    record NewCode(Label ledger, String was, String becomes) {}

    /** @param gains names of institutions they see from then on; {@code loses} of those they saw until then */
    record SightChange(String account, String name, List<String> gains, List<String> loses) {}
}
