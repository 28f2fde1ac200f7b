package org.yiti.ledger.reorganization;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A reorganization as somebody writes it down.
 *
 * @param version of the draft that is changed; null for a new one
 */
record Draft(
        @NotBlank @Size(max = 120) String name,
        @NotBlank @Size(max = 60) String approvalNo,
        @NotNull LocalDate effectiveOn,
        @NotEmpty @Size(max = 50) List<@Valid @NotNull Step> steps,
        @Nullable Integer version) {

    record Step(
            Reorganization.@NotNull Kind kind,
            @NotNull UUID institution,
            @Nullable UUID target,
            @Nullable @Size(max = 120) String name) {}
}
