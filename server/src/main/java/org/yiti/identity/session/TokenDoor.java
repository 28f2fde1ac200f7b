package org.yiti.identity.session;

import jakarta.servlet.http.HttpServletRequest;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.yiti.identity.IdentityRefusal;
import org.yiti.identity.secret.FailedSignIns;
import org.yiti.identity.secret.Token;
import org.yiti.identity.token.ApiTokens;
import org.yiti.kernel.Refused;

/** The door for machines: {@code Authorization: Bearer} (RFC 6750). Whoever comes with a token has no session besides. */
@Component
class TokenDoor {

    private static final String SCHEME = "Bearer ";
    private static final int LONGEST = 200;
    private static final int SHOWN = 12;

    private final ApiTokens tokens;
    private final FailedSignIns failures;

    TokenDoor(ApiTokens tokens, FailedSignIns failures) {
        this.tokens = tokens;
        this.failures = failures;
    }

    /** No other site can make a browser send it, so that no token against forgery is needed besides. */
    static boolean isUsed(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    }

    /** Who comes with it; a good token is let in however often others fail. */
    Optional<ApiTokens.Found> open(HttpServletRequest request) {
        var token = token(request);
        return token.length() > LONGEST ? Optional.empty() : tokens.find(token, request.getRemoteAddr());
    }

    private static String token(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION)
                .substring(SCHEME.length())
                .strip();
    }

    /**
     * Why whoever comes is not let in. A wrong token is counted and told under the beginning of its hash: the same one is
     * recognised, and nothing is learnt of it. Not while its owner is looked for, which is no moment to write anything.
     */
    Refused refusal(HttpServletRequest request) {
        if (!isUsed(request)) {
            return new Refused(IdentityRefusal.NOT_SIGNED_IN);
        }
        var name =
                "token " + HexFormat.of().formatHex(Token.hash(token(request))).substring(0, SHOWN);
        try {
            failures.refuseIfTooMany(name, request.getRemoteAddr());
        } catch (Refused tooMany) {
            return tooMany;
        }
        failures.add(name, request.getRemoteAddr());
        return new Refused(IdentityRefusal.API_TOKEN_NOT_ACCEPTED);
    }
}
