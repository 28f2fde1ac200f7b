package org.yiti.identity.access;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;
import org.yiti.identity.Account;
import org.yiti.identity.Acting;

/** Every writing transaction tells the database who acts, so that the life line can say it. */
@Component
class ActorOfTransaction implements TransactionExecutionListener {

    private final JdbcTemplate database;

    ActorOfTransaction(@Lazy JdbcTemplate database) {
        this.database = database;
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        if (failure != null || transaction.isReadOnly() || !transaction.isNewTransaction()) {
            return;
        }
        var actor = Standing.actor();
        if (actor != null) {
            tell(actor.account(), actor.rights().onBehalfOf());
        } else if (Acting.cause() != null) {
            tell(Account.HOUSE.account(), Acting.cause());
        }
    }

    private void tell(String account, @Nullable String onBehalfOf) {
        database.query(
                "select set_config('yiti.actor', ?, true), set_config('yiti.import', ?, true), set_config('yiti.note', ?, true), set_config('yiti.behalf', ?, true)",
                row -> {},
                account,
                Objects.toString(Acting.importId(), ""),
                Objects.toString(Acting.note(), ""),
                Objects.toString(onBehalfOf, ""));
    }
}
