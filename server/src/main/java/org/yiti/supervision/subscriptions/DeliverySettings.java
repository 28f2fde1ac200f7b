package org.yiti.supervision.subscriptions;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where anything may be sent: nowhere that whoever runs the house has not named.
 *
 * @param from sender of mails
 * @param mailDomains domains that mails may go to; empty for none
 * @param webhooks origins (scheme, host, port) that may be called; empty for none
 * @param privateNetworks CIDR ranges that may be called although they are not public
 * @param at when what is gathered for a day or a week is sent
 * @param patience with a server that is called
 */
@ConfigurationProperties("yiti.reminders")
record DeliverySettings(
        @DefaultValue("") String from,
        @DefaultValue List<String> mailDomains,
        @DefaultValue List<String> webhooks,
        @DefaultValue List<String> privateNetworks,
        @DefaultValue("08:00") LocalTime at,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("30s") Duration every) {}
