package io.guanxi.identity;

import io.guanxi.platform.DataFolder;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    Identities identities(
            JdbcClient postgres,
            PlatformTransactionManager transactions,
            PostgresCopy copy,
            IdentifierRules rules,
            Clock clock,
            DataFolder folder) {
        Resolver resolver =
                new Resolver(postgres, new TransactionTemplate(transactions), copy, rules, clock, folder.temp());
        return new Identities(resolver, new MemberRecords(postgres), copy);
    }
}
