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
@Parameter(
        in = ParameterIn.QUERY,
        name = "rule",
        schema = @Schema(type = "string"),
        description = "ids of rules; several mean any of them")
@Parameter(
        in = ParameterIn.QUERY,
        name = "module",
        schema = @Schema(type = "string"),
        description = "premises, fleet, energy, assets, reception, funds, datasecurity")
@Parameter(
        in = ParameterIn.QUERY,
        name = "severity",
        schema = @Schema(type = "string"),
        description = "VIOLATION, SUSPICION, REMINDER")
@Parameter(
        in = ParameterIn.QUERY,
        name = "state",
        schema = @Schema(type = "string"),
        description = "a state, or OPEN for all that are not settled")
@Parameter(in = ParameterIn.QUERY, name = "minAgeDays", schema = @Schema(type = "integer"))
@Parameter(in = ParameterIn.QUERY, name = "overdue", schema = @Schema(type = "boolean"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "assignee",
        schema = @Schema(type = "string"),
        description = "an account, me, or none")
@Parameter(
        in = ParameterIn.QUERY,
        name = "subject",
        schema = @Schema(type = "string", format = "uuid"),
        description = "the id of what was judged")
@Parameter(
        in = ParameterIn.QUERY,
        name = "case",
        schema = @Schema(type = "string", format = "uuid"),
        description = "the id of the case they are in")
@Parameter(
        in = ParameterIn.QUERY,
        name = "own",
        description = "true: of the institution itself, without those below it",
        schema = @Schema(type = "boolean"))
@Parameter(in = ParameterIn.QUERY, name = "firstSeen.from", schema = @Schema(type = "string", format = "date"))
@Parameter(in = ParameterIn.QUERY, name = "firstSeen.to", schema = @Schema(type = "string", format = "date"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "settledOn.from",
        description = "mended or closed since, and still so",
        schema = @Schema(type = "string", format = "date"))
@Parameter(in = ParameterIn.QUERY, name = "settledOn.to", schema = @Schema(type = "string", format = "date"))
@Parameter(
        in = ParameterIn.QUERY,
        name = "q",
        schema = @Schema(type = "string"),
        description = "a part of the subject, the number or the rule")
@interface FindingFilters {}
