package org.yiti.identity;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How strict passwords and sessions are. The two standards contradict each other: OWASP ASVS 5.0 forbids rules of
 * composition and forced change (6.2.5, 6.2.10), GB/T 22239-2019 8.1.4.1 a) asks for both.
 */
public enum Profile {
    /** OWASP ASVS 5.0, level 2. */
    ASVS(12, false, null, 0, Duration.ofMinutes(60), Duration.ofHours(12), 10),
    /** 网络安全等级保护三级 (GB/T 22239-2019 8.1.4.1). */
    MLPS3(12, true, Duration.ofDays(90), 5, Duration.ofMinutes(30), Duration.ofHours(12), 5);

    /** How far back failures count, and so how long a lock lasts at most. */
    public static final Duration FAILURES_COUNT_FOR = Duration.ofMinutes(15);
    /** How long a proof of who one is suffices for a grave act. */
    public static final Duration CONFIRMED_FOR = Duration.ofMinutes(10);
    /** How long a second factor is awaited. */
    public static final Duration SECOND_FACTOR_WITHIN = Duration.ofMinutes(5);

    private final int shortestPassword;
    private final boolean composed;
    private final @Nullable Duration passwordLasts;
    private final int passwordsRemembered;
    private final Duration idle;
    private final Duration longest;
    private final int failures;

    Profile(
            int shortestPassword,
            boolean composed,
            @Nullable Duration passwordLasts,
            int passwordsRemembered,
            Duration idle,
            Duration longest,
            int failures) {
        this.shortestPassword = shortestPassword;
        this.composed = composed;
        this.passwordLasts = passwordLasts;
        this.passwordsRemembered = passwordsRemembered;
        this.idle = idle;
        this.longest = longest;
        this.failures = failures;
    }

    /** Characters. */
    public int shortestPassword() {
        return shortestPassword;
    }

    /** Whether a password needs three of: capitals, small letters, digits, anything else. */
    public boolean composed() {
        return composed;
    }

    /** After which a password must be changed; null for never. */
    public @Nullable Duration passwordLasts() {
        return passwordLasts;
    }

    /** How many passwords, the present one included, are not taken again; 0 for as many as one likes. */
    public int passwordsRemembered() {
        return passwordsRemembered;
    }

    /** After which a session nobody used ends. */
    public Duration idle() {
        return idle;
    }

    /** After which any session ends. */
    public Duration longest() {
        return longest;
    }

    /** Failures of one name from one address before it has to wait. */
    public int failures() {
        return failures;
    }
}
