package org.yiti.identity.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Every connection asks as whoever acts, so that PostgreSQL's policies hold for each statement of ours whatever it says
 * (docs/operate/row-security.md).
 */
@Configuration(proxyBeanMethods = false)
class RowSecurity {

    @Bean
    static BeanPostProcessor connectionsStandAsWhoActs() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source && !(bean instanceof ActingDataSource)
                        ? new ActingDataSource(source)
                        : bean;
            }
        };
    }

    /** Who migrates owns the tables, and stands as nobody else. */
    @Bean
    static FlywayConfigurationCustomizer migrationsAreTheOwners() {
        return flyway -> {
            if (flyway.getDataSource() instanceof ActingDataSource acting && acting.getTargetDataSource() != null) {
                flyway.dataSource(acting.getTargetDataSource());
            }
        };
    }

    /** Before anybody looks who it is. */
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> requestsBeginAsNobody() {
        var filter = new FilterRegistrationBean<OncePerRequestFilter>(new OncePerRequestFilter() {
            @Override
            protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                    throws ServletException, IOException {
                Standing.answering(true);
                try {
                    chain.doFilter(request, response);
                } finally {
                    Standing.answering(false);
                }
            }

            @Override
            protected boolean shouldNotFilterAsyncDispatch() {
                return false;
            }

            @Override
            protected boolean shouldNotFilterErrorDispatch() {
                return false;
            }
        });
        filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return filter;
    }
}
