package org.yiti.identity.session;

import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.yiti.identity.secret.Policy;

/** Everything under /api needs a session, except signing in; the console's own files are for everybody. */
@Configuration
@EnableConfigurationProperties(Policy.class)
class SecurityConfiguration {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int KIBIBYTES = 19_456;
    private static final int PASSES = 2;

    @Bean
    SecurityFilterChain doors(HttpSecurity http, Problems problems, SessionContexts contexts) throws Exception {
        return http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                HttpMethod.POST,
                                "/api/identity/session",
                                "/api/identity/session/second-factor/**",
                                "/api/identity/session/passkey/**",
                                "/api/identity/session/provider/**",
                                "/api/identity/invitations/provider/**",
                                "/api/identity/invitations/accept")
                        .permitAll()
                        .requestMatchers(HttpMethod.GET, "/api/identity/password", "/api/identity/session/ways")
                        .permitAll()
                        .requestMatchers("/api/identity/demo-accounts", "/api/openapi/**")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .requestMatchers("/actuator/health")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .denyAll()
                        .anyRequest()
                        .permitAll())
                .csrf(csrf ->
                        csrf.spa().csrfTokenRepository(new TokenCookies()).ignoringRequestMatchers(TokenDoor::isUsed))
                .securityContext(context -> context.securityContextRepository(contexts))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .exceptionHandling(handling ->
                        handling.authenticationEntryPoint(problems::notSignedIn).accessDeniedHandler(problems::denied))
                // Every answer has them, not only those of these doors: kernel.surface
                .headers(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** Argon2id for every new one, as ASVS 5.0 appendix C has it: 19 MiB, two passes. Earlier editions wrote less; signing in renews it. */
    @Bean
    PasswordEncoder passwords() {
        return new DelegatingPasswordEncoder(
                "argon2",
                Map.of(
                        "argon2",
                        new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, 1, KIBIBYTES, PASSES),
                        "bcrypt",
                        new BCryptPasswordEncoder()));
    }
}
