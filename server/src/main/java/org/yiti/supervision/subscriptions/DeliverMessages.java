package org.yiti.supervision.subscriptions;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.yiti.identity.AccountDirectory;
import org.yiti.identity.AccountSecrets;
import org.yiti.identity.Permission;
import org.yiti.identity.Reach;

/**
 * Sends what waits in the outbox. A message that was taken is not sent again unless the house went down in that very moment;
 * its id tells. What its reader may no longer see when it is sent is left out of it.
 */
@Component
class DeliverMessages {

    private static final Logger log = LoggerFactory.getLogger(DeliverMessages.class);
    private static final int AT_ONE_GO = 200;
    private static final int NAMED = 50;

    private final Messages messages;
    private final SendMail mail;
    private final SendWebhook webhook;
    private final AccountDirectory accounts;
    private final AccountSecrets secrets;
    private final JdbcClient database;
    private final TransactionOperations transaction;
    private final String house;

    DeliverMessages(
            Messages messages,
            SendMail mail,
            SendWebhook webhook,
            AccountDirectory accounts,
            AccountSecrets secrets,
            JdbcClient database,
            TransactionOperations transaction,
            @Value("${yiti.identity.url:}") String house) {
        this.messages = messages;
        this.mail = mail;
        this.webhook = webhook;
        this.accounts = accounts;
        this.secrets = secrets;
        this.database = database;
        this.transaction = transaction;
        this.house = house.replaceAll("/+$", "");
    }

    void handle() {
        transaction.executeWithoutResult(status -> messages.make());
        for (int n = 0; n < AT_ONE_GO; n++) {
            if (!deliverNext()) {
                return;
            }
        }
    }

    /** Nothing of the database is held while the other side takes its time. */
    private boolean deliverNext() {
        var next = Optional.ofNullable(transaction.execute(status -> messages.take()))
                .flatMap(found -> found)
                .orElse(null);
        if (next == null) {
            return false;
        }
        try {
            deliver(next);
        } catch (IOException | MessagingException | RuntimeException e) {
            // Whatever it is, it must not keep the others waiting.
            log.warn(
                    "Message {} was not sent: {} ({})",
                    next.id(),
                    Undelivered.of(e),
                    e.getClass().getSimpleName());
            transaction.executeWithoutResult(status -> messages.failed(next, Undelivered.of(e)));
        }
        return true;
    }

    private void deliver(Messages.Sending sending) throws IOException, MessagingException {
        var reader = accounts.find(sending.account(), null, null).orElse(null);
        if (reader == null) {
            transaction.executeWithoutResult(
                    status -> messages.stop(sending.subscription(), Undelivered.CLOSED.name()));
            return;
        }
        var told = messages.lines(sending.id()).stream()
                .filter(line -> isWithin(
                        reader.rights()
                                .reach(line.kind() == Kind.PACKAGE ? Permission.EXPORT_APPROVAL : Permission.READ),
                        line.institution()))
                .toList();
        if (!told.isEmpty()) {
            send(sending, letter(sending, told));
        }
        transaction.executeWithoutResult(status -> messages.sent(sending));
    }

    private void send(Messages.Sending sending, Letter letter) throws IOException, MessagingException {
        if (sending.channel() == Channel.MAIL) {
            if (!mail.isPossible()) {
                throw new Undelivered.Failure(Undelivered.NO_MAIL);
            }
            mail.send(sending.address(), letter);
            return;
        }
        var secret = sending.secret() == null
                ? null
                : secrets.open(Subscriptions.SECRET, sending.accountId(), sending.subscription(), sending.secret())
                        .orElse(null);
        if (secret == null) {
            throw new Undelivered.Failure(Undelivered.NO_SECRET);
        }
        webhook.send(sending.address(), secret, letter);
    }

    private Letter letter(Messages.Sending sending, List<Messages.Told> told) {
        return new Letter(
                sending.id(),
                sending.subscription(),
                messages.now(),
                told.stream()
                        .limit(NAMED)
                        .map(line -> new Letter.Line(
                                line.kind(), line.number(), line.title(), house + line.path(), line.dueOn(), line.at()))
                        .toList(),
                Math.max(0, told.size() - NAMED));
    }

    private boolean isWithin(Reach reach, UUID institution) {
        return reach.everywhere()
                || !reach.isNowhere()
                        && database.sql(
                                        "select exists (select from organization.below where member = :member and root = any (:roots))")
                                .param("member", institution)
                                .param("roots", reach.roots().toArray(UUID[]::new))
                                .query(Boolean.class)
                                .single();
    }
}
