package io.guanxi;

import io.guanxi.doctor.Doctor;
import io.guanxi.doctor.Examination;
import io.guanxi.platform.Migrations;
import io.guanxi.platform.Rounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.LazyInitializationExcludeFilter;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcClientAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.Lifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Primary;
import org.springframework.context.event.EventListener;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.springframework.core.type.filter.TypeFilter;

/**
 * The stores of a stopped server's data folder: PostgreSQL, lake and mart without the ways in and without anything that acts
 * by itself. While it is open no server can start on the folder.
 */
@ComponentScan(
        basePackages = {
            "io.guanxi.platform",
            "io.guanxi.identity",
            "io.guanxi.lake",
            "io.guanxi.collect",
            "io.guanxi.mart",
            "io.guanxi.doctor"
        },
        excludeFilters = @Filter(type = FilterType.CUSTOM, classes = StoppedStores.ActsByItself.class))
@ConfigurationPropertiesScan
@ImportAutoConfiguration({
    FlywayAutoConfiguration.class,
    JacksonAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    JdbcClientAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class
})
final class StoppedStores {

    /**
     * Starts the stores, compares them and stops them.
     *
     * @param data the data folder
     * @return what was found
     */
    static Examination examine(Path data) {
        SpringApplication application = new SpringApplication(StoppedStores.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        application.setLazyInitialization(true);
        try (ConfigurableApplicationContext stores =
                Guanxi.start(application, "--GUANXI_DATA=" + data, "--guanxi.data=" + data)) {
            return stores.getBean(Doctor.class).examine();
        }
    }

    /** All else is made only where the doctor needs it. */
    @Bean
    static LazyInitializationExcludeFilter doctorFirst() {
        return LazyInitializationExcludeFilter.forBeanTypes(Doctor.class);
    }

    /** An examination does not change the shape of what it examines. */
    @Bean
    @Primary
    static FlywayMigrationStrategy onlyLook() {
        return Migrations::requireCurrent;
    }

    /** Threads, listeners and what answers requests. */
    static final class ActsByItself implements TypeFilter {

        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) throws IOException {
            AnnotationMetadata metadata = type.getAnnotationMetadata();
            List<String> interfaces = Arrays.asList(type.getClassMetadata().getInterfaceNames());
            return Rounds.class.getName().equals(type.getClassMetadata().getSuperClassName())
                    || interfaces.contains("org.springframework.context.SmartLifecycle")
                    || interfaces.contains(Lifecycle.class.getName())
                    || metadata.hasAnnotation("org.springframework.web.bind.annotation.RestController")
                    || metadata.hasAnnotatedMethods(EventListener.class.getName());
        }
    }
}
