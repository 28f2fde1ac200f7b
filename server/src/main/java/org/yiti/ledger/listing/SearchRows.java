package org.yiti.ledger.listing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.kernel.ledger.Ledger;
import org.yiti.kernel.ledger.Ledgers;
import org.yiti.safeguard.ColumnCipher;
import org.yiti.safeguard.Masking;

/** Rows of many ledgers by any part of their names. Where one may look is asked once for all of them. */
@Component
public class SearchRows {

    private final NamedParameterJdbcTemplate database;
    private final Ledgers ledgers;
    private final Scope scope;
    private final Masking masking;
    private final ColumnCipher cipher;

    SearchRows(
            NamedParameterJdbcTemplate database, Ledgers ledgers, Scope scope, Masking masking, ColumnCipher cipher) {
        this.database = database;
        this.ledgers = ledgers;
        this.scope = scope;
        this.masking = masking;
        this.cipher = cipher;
    }

    /** Some rows of each whose searched columns contain a text, in no order: as many as are found first. */
    @Transactional(readOnly = true)
    public Map<Ledger, List<Map<String, @Nullable Object>>> of(List<Ledger> all, String wanted, int most) {
        var sight = masking.sight();
        var institutions = scope.institutions();
        var roots = scope.account().rights().reach(Permission.READ).roots();
        // the rows of few institutions may be found by whose they are
        var isWide = institutions != null && institutions.size() > Looking.MANY;
        var found = new LinkedHashMap<Ledger, List<Map<String, @Nullable Object>>>();
        for (var ledger : all) {
            var query = new RowQuery(ledgers, ledger, sight, cipher, institutions);
            (isWide ? query.below(roots) : query.within()).where(Map.of("q", List.of(wanted)));
            found.put(
                    ledger,
                    database.query(
                            Rows.select(ledger, query, Order.none()) + " limit " + most,
                            query.bound(),
                            new RowReader(query.sql(), ledger, sight, cipher, 0)));
        }
        return found;
    }
}
