package org.yiti.identity.provider;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.List;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.filter.DelegatingFilterProxy;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/**
 * A real identity provider: Spring Authorization Server on a port of its own. It knows
 * everybody; whose name begins with {@code u2} has shown a second factor.
 */
public final class AuthorizationServer {

    public static final String SECRET = "the secret of the house";

    private static final String WHO = "X-Who";

    private final Tomcat tomcat = new Tomcat();
    private final HttpClient http = HttpClient.newHttpClient();

    private AuthorizationServer() {}

    public static AuthorizationServer start() {
        try {
            var server = new AuthorizationServer();
            server.run();
            return server;
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    private void run() throws Exception {
        var folder = Files.createTempDirectory("provider").toString();
        tomcat.setBaseDir(folder);
        tomcat.setPort(0);
        var place = tomcat.addContext("", folder);
        var beans = new AnnotationConfigWebApplicationContext();
        beans.register(Doors.class);
        beans.setServletContext(place.getServletContext());
        Tomcat.addServlet(place, "pages", new DispatcherServlet(beans)).setLoadOnStartup(1);
        place.addServletMappingDecoded("/", "pages");
        var filter = new FilterDef();
        filter.setFilterName("security");
        filter.setFilter(new DelegatingFilterProxy("springSecurityFilterChain", beans));
        place.addFilterDef(filter);
        var everywhere = new FilterMap();
        everywhere.setFilterName("security");
        everywhere.addURLPattern("/*");
        place.addFilterMap(everywhere);
        tomcat.start();
    }

    public String issuer() {
        return "http://127.0.0.1:" + tomcat.getConnector().getLocalPort();
    }

    /** Where the browser of somebody ends up who signs in there. */
    public URI signIn(String address, String who) {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(address)).header(WHO, who).build(), BodyHandlers.ofString());
            return URI.create(answer.headers()
                    .firstValue("Location")
                    .orElseThrow(() -> new AssertionError(answer.statusCode() + " " + answer.body())));
        } catch (Exception failure) {
            throw new AssertionError(failure);
        }
    }

    /** Not marked as a configuration: the house under test must not find it. */
    @EnableWebMvc
    @EnableWebSecurity
    static class Doors {

        @Bean
        SecurityFilterChain doors(HttpSecurity http) throws Exception {
            return http.oauth2AuthorizationServer(server -> server.oidc(Customizer.withDefaults()))
                    .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                    .csrf(AbstractHttpConfigurer::disable)
                    .addFilterAfter(Doors::recognise, SecurityContextHolderFilter.class)
                    .build();
        }

        /** Whoever says who they are is believed: signing in there is not what is tested. */
        private static void recognise(ServletRequest request, ServletResponse response, FilterChain next)
                throws IOException, ServletException {
            var who = ((HttpServletRequest) request).getHeader(WHO);
            if (who != null) {
                SecurityContextHolder.getContext()
                        .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                who,
                                null,
                                List.of(FactorGrantedAuthority.fromAuthority(
                                        FactorGrantedAuthority.PASSWORD_AUTHORITY))));
            }
            next.doFilter(request, response);
        }

        @Bean
        RegisteredClientRepository houses() {
            return new InMemoryRegisteredClientRepository(RegisteredClient.withId("yiti")
                    .clientId("yiti")
                    .clientSecret("{noop}" + SECRET)
                    .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                    .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                    .redirectUri("http://localhost/sign-in/provider")
                    .postLogoutRedirectUri("http://localhost/sign-in")
                    .scope("openid")
                    .clientSettings(ClientSettings.builder()
                            .requireProofKey(true)
                            .requireAuthorizationConsent(false)
                            .build())
                    .build());
        }

        @Bean
        JWKSource<SecurityContext> keys() throws Exception {
            RSAKey key = new RSAKeyGenerator(2048).keyID("first").generate();
            return new ImmutableJWKSet<>(new JWKSet(key));
        }

        @Bean
        JwtDecoder decoder(JWKSource<SecurityContext> keys) {
            return OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
        }

        @Bean
        OAuth2TokenCustomizer<JwtEncodingContext> says() {
            return token -> {
                if (token.getPrincipal().getName().startsWith("u2")) {
                    token.getClaims().claim("amr", List.of("pwd", "mfa"));
                }
            };
        }

        @Bean
        AuthorizationServerSettings settings() {
            return AuthorizationServerSettings.builder().build();
        }
    }
}
