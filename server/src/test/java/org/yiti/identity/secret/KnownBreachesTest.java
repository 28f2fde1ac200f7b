package org.yiti.identity.secret;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.yiti.identity.IdentityRefusal;
import org.yiti.kernel.Refused;

class KnownBreachesTest {

    private static final String LONG_KNOWN = "four herons over the reservoir";

    @TempDir
    private Path folder;

    /** As Pwned Passwords has it: ordered by hash, lines end as on Windows, counts of any length. */
    private Path list(List<String> passwords, String end) throws IOException {
        var lines = passwords.stream()
                .map(password -> hash(password) + ":" + password.length() * 37)
                .sorted()
                .toList();
        return Files.writeString(folder.resolve("breached.txt"), String.join(end, lines) + end);
    }

    private static String hash(String password) {
        try {
            return HexFormat.of()
                    .withUpperCase()
                    .formatHex(MessageDigest.getInstance("SHA-1").digest(password.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n"})
    void everyPasswordOfTheListIsFoundAndNoOther(String end) throws IOException {
        var known = IntStream.range(0, 1000).mapToObj(n -> "known " + n).toList();
        var breaches = new KnownBreaches(list(known, end).toString());

        assertThat(known).allMatch(breaches::has);
        assertThat(IntStream.range(0, 1000).mapToObj(n -> "unknown " + n)).noneMatch(breaches::has);
    }

    @Test
    void aListOfOneIsAList() throws IOException {
        var breaches = new KnownBreaches(list(List.of("密码一二三"), "").toString());

        assertThat(breaches.has("密码一二三")).isTrue();
        assertThat(breaches.has("密码一二四")).isFalse();
    }

    @Test
    void aPasswordThatWasInABreachIsRefusedHoweverStrong() throws IOException {
        var policy = new Binder(new MapConfigurationPropertySource(Map.of("yiti.identity.profile", "asvs")))
                .bind("yiti.identity", Policy.class)
                .get();
        var breaches = new KnownBreaches(list(List.of(LONG_KNOWN, "another"), "\r\n").toString());
        var passwords = new NewPassword(policy, new BCryptPasswordEncoder(4), breaches);

        assertThat(passwords.accept("five herons over the reservoir", "li")).isNotBlank();
        assertThatThrownBy(() -> passwords.accept(LONG_KNOWN, "li"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(IdentityRefusal.PASSWORD_BREACHED));
    }

    @Test
    void whatIsNoListIsRefusedAtTheStart() throws IOException {
        for (var text : (Iterable<String>) Stream.of("", "password\n", "5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8:3\n")::iterator) {
            var file = Files.writeString(folder.resolve("no-list.txt"), text).toString();
            assertThatThrownBy(() -> new KnownBreaches(file)).isInstanceOf(IllegalStateException.class);
        }
        assertThatThrownBy(() -> new KnownBreaches(folder.resolve("absent.txt").toString()))
                .isInstanceOf(IOException.class);
    }
}
