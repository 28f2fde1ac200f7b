package org.yiti.fleet;

import org.jspecify.annotations.Nullable;
import org.yiti.kernel.Label;
import org.yiti.kernel.identifier.PlateNumber;
import org.yiti.kernel.ledger.Format;

/** Plates are stored without points, spaces and full-width letters; an unusual one is doubted, not refused. */
class PlateFormat implements Format {

    @Override
    public Opinion examine(String text) {
        var plate = PlateNumber.of(text);
        return new Opinion(plate.value(), plate.kind().isPresent() ? null : doubt(plate), null);
    }

    private static @Nullable Label doubt(PlateNumber plate) {
        var meant = String.join(" / ", plate.suggestions());
        return meant.isEmpty()
                ? new Label("不像机动车号牌", "does not look like a plate")
                : new Label("不像机动车号牌，是否为 " + meant, "does not look like a plate; is it " + meant + "?");
    }
}
