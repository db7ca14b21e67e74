package io.guanxi.collect.imports;

import io.guanxi.collect.road.Road;
import io.guanxi.platform.DataFolder;
import jakarta.servlet.MultipartConfigElement;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where uploads arrive and where their events go. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    private static final int IN_MEMORY_BYTES = 1 << 16;

    @Bean
    Destination destination(Road road) {
        return road::take;
    }

    /** Uploads go straight to the data folder's disk, so that storing one is a rename. */
    @Bean
    MultipartConfigElement uploads(DataFolder folder) {
        return new MultipartConfigElement(folder.temp().toString(), -1, -1, IN_MEMORY_BYTES);
    }
}
