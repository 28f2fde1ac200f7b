package org.yiti.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.util.ReflectionTestUtils;
import org.yiti.Browser;

/** What an authenticator app shares with the house lies in no table as it is, and nowhere but in its place is it worth anything. */
@TestPropertySource(properties = "yiti.rotation-pause=1d")
class AccountSecretsJourneyTest extends SignedInJourney {

    private static final String PLAIN = "30313233343536373839303132333435363738";

    @Autowired
    private List<ApplicationRunner> atStart;

    @Autowired
    private ApplicationContext context;

    private String stored(long account) {
        return database.sql("select secret from identity.authenticator where account_id = ?")
                .param(account)
                .query(String.class)
                .single();
    }

    private String keyOf(String stored) {
        return stored.split("\\.")[2];
    }

    private int proved(String account, String secret, int step) {
        var browser = browser();
        browser.signIn(account, PASSWORD);
        return browser.post("/api/identity/session/second-factor", Map.of("code", code(secret, step)))
                .getResponse()
                .getStatus();
    }

    private Enrolled enrolled(String name) {
        account(name, Role.OFFICER);
        Browser browser = signedIn(name);
        return enrol(browser);
    }

    @Test
    void aSecretIsSealedAndStillSignsIn() {
        var name = "sealed-" + tag;
        var enrolled = enrolled(name);

        assertThat(stored(id(name))).startsWith("~2.sm4.").doesNotContain(enrolled.secret());
        assertThat(proved(name, enrolled.secret(), 0)).isEqualTo(200);
    }

    @Test
    void aSecretThatIsMovedToAnotherAccountOrRowOpensNothing() {
        var theirs = "theirs-" + tag;
        var mine = "mine-" + tag;
        enrolled(theirs);
        var known = enrolled(mine);
        database.sql("update identity.authenticator set secret = ? where account_id = ?")
                .param(stored(id(mine)))
                .param(id(theirs))
                .update();

        assertThat(proved(theirs, known.secret(), 1)).isEqualTo(422);

        database.sql("delete from identity.authenticator where account_id = ?")
                .param(id(theirs))
                .update();
        database.sql("update identity.authenticator set account_id = ? where account_id = ?")
                .param(id(theirs))
                .param(id(mine))
                .update();
        assertThat(proved(theirs, known.secret(), 1)).as("with its whole row").isEqualTo(422);
    }

    @Test
    void rotationReachesItAndItStillSignsIn() {
        var name = "rotated-" + tag;
        var enrolled = enrolled(name);
        var before = keyOf(stored(id(name)));

        assertThat(post(ADMINISTRATOR, "/api/safeguard/data-keys", Map.of())).hasStatus(201);

        ReflectionTestUtils.invokeMethod(context.getBean("rotateKeys"), "run");

        assertThat(keyOf(stored(id(name)))).isNotEqualTo(before);
        assertThat(proved(name, enrolled.secret(), 0)).isEqualTo(200);
    }

    @Test
    void whatWasThereBeforeIsSealedAtStartAndGoesOnAfterAKill() throws Exception {
        var account = account("before-" + tag, Role.INSPECTOR);
        database.sql("delete from safeguard.sealed_place").update();
        // the machine loses power within the third batch
        database.sql("""
                        create function public.cut() returns trigger language plpgsql as $$
                        begin
                            if new.secret like '~%%' and (select count(*) from identity.authenticator a where a.account_id = new.account_id and a.secret like '~%%') >= 400 then
                                raise exception 'power cut';
                            end if;
                            return new;
                        end $$;
                        create trigger cut before update on identity.authenticator for each row execute function public.cut();
                        insert into identity.authenticator (account_id, kind, name, secret, created_at)
                        select %d, 'TOTP', 'n' || n, '%s' || lpad(n::text, 2, '0'), now() from generate_series(1, 450) n
                        """.formatted(account, PLAIN)).update();
        var sealing = atStart.stream()
                .filter(work -> work.getClass().getSimpleName().equals("SealSecretsAtStart"))
                .findFirst()
                .orElseThrow();

        assertThatThrownBy(() -> sealing.run(new DefaultApplicationArguments())).hasMessageContaining("power cut");
        assertThat(plain(account)).isBetween(1L, 449L);

        database.sql("drop trigger cut on identity.authenticator; drop function public.cut()")
                .update();
        sealing.run(new DefaultApplicationArguments());
        assertThat(plain(account)).isZero();
        assertThat(database.sql("select exists (select from identity.authenticator where secret like ?)")
                        .param("%" + PLAIN + "%")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void aSecretThatSomebodyPutsThereAsItIsLetsNobodyIn() {
        var name = "planted-" + tag;
        enrolled(name);
        ReflectionTestUtils.invokeMethod(context.getBean("rotateKeys"), "run");
        database.sql("update identity.authenticator set secret = ? where account_id = ?")
                .param(PLAIN)
                .param(id(name))
                .update();

        assertThat(proved(name, "GAYTEMZUGU3DOOBZGAYTEMZUGU3DOOA", 0)).isEqualTo(422);
    }

    private long plain(long account) {
        return database.sql("select count(*) from identity.authenticator where account_id = ? and secret not like '~%'")
                .param(account)
                .query(Long.class)
                .single();
    }

    @Test
    void whatWasSealedOfAnAccountThatIsClosedIsNeverOpenedAgain() {
        var name = "closed-" + tag;
        var enrolled = enrolled(name);
        var kept = database.sql("select id, secret from identity.authenticator where account_id = ?")
                .param(id(name))
                .query()
                .singleRow();
        var keeper = keeper(null);
        assertThat(keeper.delete(ACCOUNTS + "/" + id(name) + "/authenticators")).hasStatus(204);

        // somebody puts back what a copy of the table had
        database.sql("""
                        insert into identity.authenticator (id, account_id, kind, name, secret, created_at, confirmed_at)
                        values (?, ?, 'TOTP', '手机', ?, now(), now())
                        """)
                .param(kept.get("id"))
                .param(id(name))
                .param(kept.get("secret"))
                .update();

        assertThat(proved(name, enrolled.secret(), 0)).isEqualTo(422);
    }
}
