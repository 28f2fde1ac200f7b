package org.yiti.identity.matrix;

import org.yiti.ApiOperation;

/** How an operation is tried. Who adds one to the API says here what it is about, or the build fails. */
enum Treatment {
    /** About one thing that lies somewhere. */
    OBJECT,
    /** Gives many things at once. */
    MANY,
    /** Makes a row of a ledger. */
    NEW_ROW,
    /** About the house, its law or its rules: nothing in it lies in one part of the tree. */
    HOUSE,
    /** About oneself and what is one's own, without an id; with one it is an {@link #OBJECT}. */
    SELF,
    /** Begins something of one's own, tried by journeys of its own. */
    BEGINS;

    static Treatment of(ApiOperation operation) {
        if (operation.path().equals("/api/telemetry/map")) {
            return HOUSE;
        }
        if (operation.path().equals("/api/telemetry/nearby")
                || operation.path().matches("/api/(telemetry|energy|energy/batches)/set-aside/(retries|discards)")
                || operation.method().equals("POST")
                        && operation.isOf("/api/energy/readings", "/api/energy/closed-months")) {
            return BEGINS;
        }
        if (operation.isOf(
                "/api/premises/",
                "/api/fleet/",
                "/api/energy/",
                "/api/organization/",
                "/api/telemetry/",
                "/api/assets/",
                "/api/reception/",
                "/api/funds/",
                "/api/datasecurity/")) {
            if (operation.path().endsWith("/template")) {
                return HOUSE;
            }
            return operation.isAboutOne() ? OBJECT : operation.method().equals("POST") ? NEW_ROW : MANY;
        }
        if (operation.isOf(
                "/api/objects/",
                "/api/safeguard/audit/entries/",
                "/api/supervision/findings/{",
                "/api/supervision/cases/{",
                "/api/supervision/campaigns/{",
                "/api/supervision/visits/{",
                "/api/supervision/risks/{")) {
            return OBJECT;
        }
        if (operation.isOf("/api/identity/accounts/{", "/api/workbook/imports/{")) {
            return OBJECT;
        }
        if (operation.isOf(
                "/api/identity/sessions/{",
                "/api/identity/authenticators/{",
                "/api/identity/passkeys/{",
                "/api/identity/tokens/{",
                "/api/identity/links/{id",
                "/api/identity/own-rights/delegations/{",
                "/api/identity/left-behind/{",
                "/api/identity/grants/{",
                "/api/identity/choices/institutions/{",
                "/api/ledger/reorganizations/{",
                "/api/workbook/export-requests/{")) {
            return OBJECT;
        }
        if (operation.method().equals("GET")
                && operation.isOf(
                        "/api/search",
                        "/api/insight/",
                        "/api/supervision/findings",
                        "/api/supervision/cases",
                        "/api/supervision/campaigns",
                        "/api/supervision/visits",
                        "/api/supervision/open-findings",
                        "/api/supervision/suspicions",
                        "/api/supervision/figures",
                        "/api/supervision/risks",
                        "/api/supervision/board",
                        "/api/supervision/to-mend",
                        "/api/supervision/assignees",
                        "/api/safeguard/audit/objects/",
                        "/api/workbook/imports",
                        "/api/workbook/export-requests",
                        "/api/identity/choices/",
                        "/api/ledger/reorganizations",
                        "/api/identity/grants",
                        "/api/identity/left-behind",
                        "/api/identity/accounts")) {
            return MANY;
        }
        if (operation.isOf(
                "/api/calendar/",
                "/api/ledgers",
                "/api/supervision/checklists",
                "/api/supervision/parameters",
                "/api/supervision/rules",
                "/api/supervision/suspicion-models",
                "/api/supervision/metrics",
                "/api/supervision/sweeps",
                "/api/supervision/laboratory",
                "/api/workbook/templates",
                "/api/safeguard/audit/log",
                "/api/safeguard/audit/readers",
                "/api/safeguard/data-keys",
                "/api/safeguard/retention",
                "/api/safeguard/audit/export")) {
            return HOUSE;
        }
        if (operation.path().equals("/api/safeguard/audit/entries")) {
            return MANY;
        }
        if (operation.isOf(
                "/api/identity/session",
                "/api/identity/sessions",
                "/api/identity/authenticators",
                "/api/identity/own-rights",
                "/api/identity/passkeys",
                "/api/identity/tokens",
                "/api/identity/password",
                "/api/identity/demo-accounts",
                "/api/identity/links",
                "/api/supervision/reminders",
                "/api/supervision/subscriptions",
                "/api/identity/invitations/")) {
            return SELF;
        }
        if (operation.isOf(
                        "/api/workbook/",
                        "/api/supervision/cases",
                        "/api/supervision/campaigns",
                        "/api/identity/accounts",
                        "/api/identity/grants",
                        "/api/ledger/reorganizations")
                && operation.method().equals("POST")) {
            return BEGINS;
        }
        throw new AssertionError("Nobody has said what " + operation + " is about: classify it in Treatment");
    }
}
