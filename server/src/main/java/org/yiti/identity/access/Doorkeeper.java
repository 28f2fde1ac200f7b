package org.yiti.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.Needs;
import org.yiti.identity.Open;
import org.yiti.identity.Scope;
import org.yiti.kernel.Refused;

/** Lets nobody past who lacks what the endpoint {@link Needs}; an endpoint of ours that says nothing lets nobody in. */
@Configuration
class Doorkeeper implements HandlerInterceptor, WebMvcConfigurer {

    private final Scope scope;

    Doorkeeper(Scope scope) {
        this.scope = scope;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**").excludePathPatterns("/api/openapi/**", "/api/openapi");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("org.yiti.")) {
            if (method.hasMethodAnnotation(Open.class)) {
                return true;
            }
            var needs = Optional.ofNullable(method.getMethodAnnotation(Needs.class))
                    .or(() -> Optional.ofNullable(
                            AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class)))
                    .orElseThrow(() -> new Refused(IdentityRefusal.NOT_PERMITTED, Map.of("permission", "?")));
            scope.require(needs.value());
        }
        return true;
    }
}
