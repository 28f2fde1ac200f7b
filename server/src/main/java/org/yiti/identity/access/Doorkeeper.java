package org.yiti.identity.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.yiti.identity.Confirmed;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.LiveSession;
import org.yiti.identity.LiveToken;
import org.yiti.identity.Needs;
import org.yiti.identity.Open;
import org.yiti.identity.Own;
import org.yiti.identity.Scope;
import org.yiti.identity.secret.Policy;
import org.yiti.kernel.Refused;

/** Lets nobody past who lacks what the endpoint {@link Needs}; an endpoint of ours that says nothing lets nobody in. */
@Configuration
class Doorkeeper implements HandlerInterceptor, WebMvcConfigurer {

    private final Scope scope;
    private final Policy policy;
    private final Clock clock;

    Doorkeeper(Scope scope, Policy policy, Clock clock) {
        this.policy = policy;
        this.scope = scope;
        this.clock = clock;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/api/**").excludePathPatterns("/api/openapi/**", "/api/openapi");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method
                && method.getBeanType().getName().startsWith("org.yiti.")) {
            refuseToken(method);
            if (method.hasMethodAnnotation(Open.class)) {
                return true;
            }
            if (method.hasMethodAnnotation(Confirmed.class)) {
                refuseUnenrolled();
                refuseUnconfirmed();
            }
            if (method.hasMethodAnnotation(Own.class)) {
                scope.account();
                return true;
            }
            refuseUnenrolled();
            var needs = Optional.ofNullable(method.getMethodAnnotation(Needs.class))
                    .or(() -> Optional.ofNullable(
                            AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Needs.class)))
                    .orElseThrow(() -> new Refused(IdentityRefusal.NOT_PERMITTED, Map.of("permission", "?")));
            scope.require(needs.value());
        }
        return true;
    }

    /** A machine neither governs who may come in nor proves anew who it is. */
    private static void refuseToken(HandlerMethod method) {
        boolean isOfPeople = method.hasMethodAnnotation(Confirmed.class)
                || method.hasMethodAnnotation(Own.class)
                || method.getBeanType().getPackageName().startsWith("org.yiti.identity");
        if (isOfPeople && LiveToken.isUsed()) {
            throw new Refused(IdentityRefusal.NOT_FOR_API_TOKENS);
        }
    }

    private void refuseUnconfirmed() {
        LiveSession.find()
                .filter(session -> policy.isStale(session.confirmedAt(), clock))
                .ifPresent(session -> {
                    throw new Refused(IdentityRefusal.CONFIRMATION_NEEDED);
                });
    }

    private static void refuseUnenrolled() {
        LiveSession.find().filter(session -> !session.enrolled()).ifPresent(session -> {
            throw new Refused(IdentityRefusal.ENROLMENT_NEEDED);
        });
    }
}
