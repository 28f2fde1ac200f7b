package org.yiti.kernel;

import static java.util.stream.Collectors.joining;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.server.PathContainer.PathSegment;
import org.springframework.http.server.RequestPath;

/**
 * What is asked for, as it is routed: decoded, and without parameters of its segments. What decides by the address as it was
 * typed is walked around by {@code /%61pi}.
 */
public final class RoutedPath {

    private RoutedPath() {}

    public static String of(HttpServletRequest request) {
        return RequestPath.parse(request.getRequestURI(), request.getContextPath())
                .pathWithinApplication()
                .elements()
                .stream()
                .map(part -> part instanceof PathSegment segment ? segment.valueToMatch() : part.value())
                .collect(joining());
    }
}
