package org.yiti.identity.secret;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.yiti.identity.Profile;

/**
 * What the house has chosen.
 *
 * @param profile how strict passwords and sessions are
 * @param secondFactor whether everybody must have a second factor; a house without falls short of both standards
 * @param url how people reach this house, such as {@code https://yiti.example.gov.cn}; empty where it is not said
 */
@ConfigurationProperties("yiti.identity")
public record Policy(
        @DefaultValue("MLPS3") Profile profile,
        @DefaultValue("true") boolean secondFactor,
        @DefaultValue("") String url) {}
