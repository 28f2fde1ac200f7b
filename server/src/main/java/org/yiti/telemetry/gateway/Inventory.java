package org.yiti.telemetry.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.yiti.jt808.session.RegistrationReply.OK;
import static org.yiti.jt808.session.RegistrationReply.TERMINAL_UNKNOWN;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.jt808.Version;
import org.yiti.jt808.session.Authentication;
import org.yiti.jt808.session.Registration;
import org.yiti.kernel.Sha256;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/**
 * Who may speak to the house. A terminal must stand in the inventory; registration gives it a code of 128 random bits, of
 * which only the hash is kept, and that code alone lets it in. A code issued again takes effect when it is first used, so
 * that whoever merely knows a number can throw nobody out.
 */
@Component
class Inventory {

    private static final int CODE_BYTES = 16;
    /** A line whose gateway fell with it is nobody's after a while. */
    private static final Duration DEAD_AFTER = Duration.ofMinutes(10);

    private final JdbcClient database;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Inventory(JdbcClient database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** @param proven the terminal whose line asks, when it was let in there already */
    @Transactional
    public Admission.Registered register(String phone, Registration told, String edition, @Nullable UUID proven) {
        var found = find(phone).stream()
                .filter(one -> proven == null || one.id().equals(proven))
                .toList();
        var meant = meant(found, told, proven != null);
        if (meant.isEmpty()) {
            return refused(found, told, phone, proven != null);
        }
        var terminal = meant.get();
        var bytes = new byte[CODE_BYTES];
        random.nextBytes(bytes);
        var code = HexFormat.of().formatHex(bytes);
        database.sql("""
                        insert into telemetry.link (terminal_id, next_hash, code_since, edition)
                        values (:id, decode(:hash, 'hex'), :now, :edition)
                        on conflict (terminal_id) do update set next_hash = excluded.next_hash, code_since = excluded.code_since,
                               edition = excluded.edition
                        """)
                .param("id", terminal.id())
                .param("hash", hash(code))
                .param("now", OffsetDateTime.now(clock))
                .param("edition", edition)
                .update();
        audit.record(act("terminal.registered", terminal, phone));
        return new Admission.Registered(OK, code);
    }

    /** Institutions may each have entered the number: the one whose vehicle it names, or the only one. */
    private static Optional<Standing> meant(List<Standing> found, Registration told, boolean proven) {
        var fitting =
                found.stream().filter(one -> one.objection(told, proven) == OK).toList();
        var named = fitting.stream().filter(one -> one.plate() != null).toList();
        var meant = named.isEmpty() ? fitting : named;
        return meant.size() == 1 ? Optional.of(meant.get(0)) : Optional.empty();
    }

    private Admission.Registered refused(List<Standing> found, Registration told, String phone, boolean proven) {
        var result = found.stream()
                .mapToInt(one -> one.objection(told, proven))
                .filter(why -> why != OK)
                .findFirst()
                .orElse(TERMINAL_UNKNOWN);
        noteRefused(found);
        found.forEach(one -> audit.record(act("terminal.registration-refused", one, phone)
                .ended(Act.REFUSED)
                .with("result", result)));
        return new Admission.Registered(result, null);
    }

    /** @param gateway and remote tell people where it speaks from */
    @Transactional
    public Admission authenticate(String phone, Authentication told, Version heard, String gateway, String remote) {
        var found = find(phone);
        var hash = hash(told.code().toString());
        var let = found.stream().filter(one -> one.isShownBy(hash, told)).findFirst();
        if (let.isEmpty()) {
            noteRefused(found);
            found.forEach(one -> audit.record(
                    act("terminal.refused", one, phone).ended(Act.REFUSED).with("address", remote)));
            return new Admission.Turned();
        }
        var terminal = let.get();
        var session = UUID.randomUUID();
        var edition = terminal.edition(heard);
        database.sql("""
                        update telemetry.link
                           set code_hash = decode(:hash, 'hex'), next_hash = null, imei_hash = decode(:imei, 'hex'),
                               edition = :edition, session = :session,
                               gateway = :gateway, remote = :remote, connected_at = :now, heard_at = :now, parted_at = null, parted_why = null
                         where terminal_id = :id
                        """)
                .param("hash", hash)
                .param("imei", Standing.hashOfImei(told))
                .param("edition", edition.year())
                .param("session", session)
                .param("gateway", gateway)
                .param("remote", remote)
                .param("now", OffsetDateTime.now(clock))
                .param("id", terminal.id())
                .update();
        return new Admission.Let(terminal.id(), terminal.number(), session, edition, terminal.tongue());
    }

    private void noteRefused(List<Standing> found) {
        found.forEach(one -> database.sql("""
                        insert into telemetry.link (terminal_id, refused_at) values (:id, :now)
                        on conflict (terminal_id) do update set refused_at = excluded.refused_at
                        """)
                .param("id", one.id())
                .param("now", OffsetDateTime.now(clock))
                .update());
    }

    private static String hash(String code) {
        return Sha256.hex(code.getBytes(US_ASCII));
    }

    private Act act(String what, Standing terminal, String phone) {
        return Act.of(what, "telemetry.terminal", terminal.id())
                .in(terminal.institution())
                .by("terminal/" + phone);
    }

    private List<Standing> find(String phone) {
        return database.sql("""
                        select t.*, encode(l.code_hash, 'hex') as code, encode(l.next_hash, 'hex') as next,
                               encode(l.imei_hash, 'hex') as imei_shown, l.edition,
                               l.session is not null and l.heard_at > :alive as spoken
                          from telemetry.terminal t left join telemetry.link l on l.terminal_id = t.id
                         where t.phone = :phone and (t.fitted_on is null or t.fitted_on <= :today)
                           and (t.removed_on is null or t.removed_on >= :today)
                        """)
                .param("phone", phone)
                .param("today", LocalDate.now(clock))
                .param("alive", OffsetDateTime.now(clock).minus(DEAD_AFTER))
                .query((row, n) -> Standing.of(row))
                .list();
    }
}
