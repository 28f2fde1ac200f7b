package org.yiti.supervision.findings;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What findings may be narrowed by, for the description of the API; {@link FindingFilter} reads it. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@Parameter(in = ParameterIn.QUERY, name = "rule", description = "ids of rules; several mean any of them")
@Parameter(
        in = ParameterIn.QUERY,
        name = "module",
        description = "premises, fleet, energy, assets, reception, funds, datasecurity")
@Parameter(in = ParameterIn.QUERY, name = "severity", description = "VIOLATION, SUSPICION, REMINDER")
@Parameter(in = ParameterIn.QUERY, name = "state", description = "a state, or OPEN for all that are not settled")
@Parameter(in = ParameterIn.QUERY, name = "minAgeDays", schema = @Schema(type = "integer"))
@Parameter(in = ParameterIn.QUERY, name = "overdue", schema = @Schema(type = "boolean"))
@Parameter(in = ParameterIn.QUERY, name = "assignee", description = "an account, or me")
@Parameter(in = ParameterIn.QUERY, name = "subject", description = "the id of what was judged")
@Parameter(in = ParameterIn.QUERY, name = "case", description = "the id of the case they are in")
@Parameter(in = ParameterIn.QUERY, name = "q", description = "a part of the subject, the number or the rule")
@interface FindingFilters {}
