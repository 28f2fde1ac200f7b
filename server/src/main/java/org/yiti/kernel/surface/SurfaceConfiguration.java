package org.yiti.kernel.surface;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** In this order: who asks by which way, what every answer carries, what is not even read. */
@Configuration
@EnableConfigurationProperties(Surface.class)
class SurfaceConfiguration {

    static final int PROXIES = Ordered.HIGHEST_PRECEDENCE;
    static final int HEADERS = Ordered.HIGHEST_PRECEDENCE + 10;
    static final int DOORSTEP = Ordered.HIGHEST_PRECEDENCE + 20;
    /** Behind the doors, where it is known who asks, and before the work. */
    static final int LIMITS = Ordered.LOWEST_PRECEDENCE - 10;

    @Bean
    FilterRegistrationBean<SayHeaders> answerHeaders(@Value("${yiti.map.tiles:}") String tiles) {
        var registration = new FilterRegistrationBean<>(new SayHeaders(AnswerHeaders.all(TileOrigin.of(tiles))));
        registration.setOrder(HEADERS);
        return registration;
    }

    /** Nearer to the work than the one of the framework, which says the same in a page of HTML. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> bareErrors() {
        return tomcat -> tomcat.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new BareErrors()));
    }
}
