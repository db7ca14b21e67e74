package io.guanxi.identity;

import io.guanxi.platform.DataFolder;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the module together. */
@Configuration(proxyBeanMethods = false)
class IdentityConfiguration {

    @Bean
    MemberRecords memberRecords(JdbcClient postgres) {
        return new MemberRecords(postgres);
    }

    @Bean
    Identities identities(
            JdbcClient postgres,
            PlatformTransactionManager transactions,
            PostgresCopy copy,
            MemberRecords records,
            IdentifierRules rules,
            Clock clock,
            DataFolder folder) {
        TransactionTemplate transaction = new TransactionTemplate(transactions);
        ConsentTable consents = new ConsentTable(postgres, transaction, clock);
        Resolver resolver = new Resolver(postgres, transaction, copy, rules, consents, clock, folder.temp());
        return new Identities(resolver, records, consents, copy);
    }

    @Bean
    ErasureRun erasureRun(
            ErasureTable table,
            MemberRecords records,
            JdbcClient postgres,
            PlatformTransactionManager transactions,
            List<PersonalData> stores) {
        return new ErasureRun(table, records, postgres, new TransactionTemplate(transactions), stores);
    }
}
