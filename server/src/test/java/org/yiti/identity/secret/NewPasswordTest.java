package org.yiti.identity.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.yiti.identity.IdentityRefusal;
import org.yiti.kernel.Refused;

class NewPasswordTest {

    private final NewPassword passwords = new NewPassword(
            new Binder(new MapConfigurationPropertySource(Map.of("yiti.identity.profile", "asvs")))
                    .bind("yiti.identity", Policy.class)
                    .get(),
            new BCryptPasswordEncoder(4),
            none());

    private static KnownBreaches none() {
        try {
            return new KnownBreaches("");
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"机关事务管理局机关事务管理局", "jiguanshiwu2026", "zhengfuguanliju", "YitiAdministrator", "jgswgljjgswglj"})
    void aPasswordMadeOfWordsOfTheHouseIsGuessed(String password) {
        assertThatThrownBy(() -> passwords.accept(password, "li"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(IdentityRefusal.PASSWORD_EASILY_GUESSED));
    }

    @Test
    void aWordOfTheHouseAmongOthersDoesNoHarm() {
        assertThat(passwords.accept("one lamp of yiti at dusk by the river", "li"))
                .isNotBlank();
    }

    @Test
    void theWordsAreThoseThatAreWrittenDown() throws IOException {
        assertThat(Files.readString(Path.of("../docs/operate/identity.md")))
                .contains(String.join(", ", NewPassword.OF_THE_HOUSE) + ".");
    }
}
