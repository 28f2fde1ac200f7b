package org.yiti.identity.secret;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.yiti.identity.IdentityRefusal;
import org.yiti.kernel.Refused;

/** Whether a password may be one, and what is kept of it. */
@Component
public class NewPassword {

    /** Fewer guesses than 10^8 (zxcvbn score 2 of 4) are had in hours from a stolen hash. */
    private static final int STRONG_ENOUGH = 2;
    /** Estimating is quadratic; what is longer is strong by its length. */
    private static final int ESTIMATED = 64;

    private static final int KINDS_NEEDED = 3;

    /** What a guesser tries first against an office of this kind (ASVS 5.0 6.1.2); docs/operate/identity.md lists them. */
    static final List<String> OF_THE_HOUSE = List.of(
            "yiti",
            "一体",
            "机关",
            "事务",
            "管理局",
            "机关事务管理局",
            "公务用车",
            "办公用房",
            "市政府",
            "县政府",
            "jiguan",
            "shiwu",
            "jiguanshiwu",
            "guanliju",
            "jgswglj",
            "jgsw",
            "gongche",
            "bangong",
            "zhengfu",
            "beijing",
            "zhonghua",
            "zhongguo",
            "china",
            "administrator",
            "inspector",
            "officer",
            "auditor");

    private final Policy policy;
    private final PasswordEncoder encoder;
    private final KnownBreaches breaches;
    private final Zxcvbn zxcvbn = new Zxcvbn();

    NewPassword(Policy policy, PasswordEncoder encoder, KnownBreaches breaches) {
        this.breaches = breaches;
        this.policy = policy;
        this.encoder = encoder;
    }

    /**
     * Its hash. Refuses one that is too short, that the profile finds too plain, or that is easily guessed: lists of
     * common passwords, keyboard rows, dates, the name of the account, words of the house (ASVS 5.0 6.2.4, 6.2.11), or that
     * was in a breach.
     *
     * @param about words that a guess would start from
     */
    public String accept(String password, String... about) {
        int shortest = policy.profile().shortestPassword();
        if (password.codePointCount(0, password.length()) < shortest) {
            throw new Refused(IdentityRefusal.PASSWORD_TOO_SHORT, Map.of("shortest", shortest));
        }
        if (policy.profile().composed() && kinds(password) < KINDS_NEEDED) {
            throw new Refused(IdentityRefusal.PASSWORD_TOO_PLAIN);
        }
        var known = Stream.concat(Stream.of(about), OF_THE_HOUSE.stream()).toList();
        var estimated = password.substring(0, Math.min(password.length(), ESTIMATED));
        if (zxcvbn.measure(estimated, known).getScore() < STRONG_ENOUGH) {
            throw new Refused(IdentityRefusal.PASSWORD_EASILY_GUESSED);
        }
        if (breaches.has(password)) {
            throw new Refused(IdentityRefusal.PASSWORD_BREACHED);
        }
        return String.valueOf(encoder.encode(password));
    }

    /** Of: capitals, small letters, digits, anything else. */
    private static long kinds(String password) {
        return Stream.<IntPredicate>of(
                        sign -> sign >= 'A' && sign <= 'Z',
                        sign -> sign >= 'a' && sign <= 'z',
                        sign -> sign >= '0' && sign <= '9',
                        sign -> sign > 127 || !Character.isLetterOrDigit(sign))
                .filter(kind -> password.codePoints().anyMatch(kind))
                .count();
    }
}
