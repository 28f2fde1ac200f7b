package org.yiti.identity.factor;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiti.identity.AccountSecrets;

/** What authenticator apps share with this house, and both need as it is: it is sealed, and told of to whoever rotates keys. */
@Configuration(proxyBeanMethods = false)
class SecretsOfFactors {

    static final AccountSecrets.Column TOTP = new AccountSecrets.Column("identity.authenticator", "secret");

    @Bean
    AccountSecrets.Column totpSecrets() {
        return TOTP;
    }
}
