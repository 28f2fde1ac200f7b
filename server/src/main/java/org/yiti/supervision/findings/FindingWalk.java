package org.yiti.supervision.findings;

/**
 * Many findings in the order of something they do not carry themselves: the institutions or rules are put in order, and of
 * each no more findings are read than a page takes. Few are sorted faster as they are.
 */
final class FindingWalk {

    /** Each institution that has any, found by leaps through the index: also those that are in no ledger any more. */
    private static final String INSTITUTIONS_WITH_ANY = """
            (with recursive leap (id) as (
                 (select institution_id from supervision.finding order by institution_id limit 1)
                 union all
                 select (select institution_id from supervision.finding where institution_id > leap.id order by institution_id limit 1)
                   from leap where leap.id is not null)
             select id from leap where id is not null)""";

    private static final String INSTITUTIONS_ASKED_FOR = "unnest(cast(:institutions as uuid[]))";

    /** {@code listed} is what they are in the order of: said again as an expression, it would not be known to be that. */
    private static final String BY_INSTITUTION = """
             from (select having_any.id, n.name, coalesce(n.name, '') as listed
                     from %1$s having_any (id) left join organization.institution n on n.id = having_any.id
                    where %2$s order by listed%3$s) i
             cross join lateral (
                  select f.* from supervision.finding f join supervision.rule r on r.id = f.rule_id %4$s f.institution_id = i.id
                   order by f.id%3$s limit %5$d) f
             join supervision.rule r on r.id = f.rule_id
             left join identity.account a on a.account = f.assignee
            """;

    private static final String BY_RULE = """
             from (select r.* from supervision.rule r where %1$s order by r.code%2$s) r
             cross join lateral (
                  select f.* from supervision.finding f %3$s f.rule_id = r.id order by f.id%2$s limit %4$d) f
             left join organization.institution i on i.id = f.institution_id
             left join identity.account a on a.account = f.assignee
            """;

    private FindingWalk() {}

    /** @param from on which of them the page begins, as SQL; true for the first page */
    static String byInstitution(FindingFilter filter, String from, String way, int most) {
        var among = filter.asks("institutions") ? INSTITUTIONS_ASKED_FOR : INSTITUTIONS_WITH_ANY;
        return BY_INSTITUTION.formatted(among, from, way, opened(filter), most);
    }

    static String byRule(FindingFilter filter, String from, String way, int most) {
        return BY_RULE.formatted(from, way, opened(filter), most);
    }

    private static String opened(FindingFilter filter) {
        var conditions = filter.sql();
        return conditions.isEmpty() ? "where" : conditions + " and";
    }
}
