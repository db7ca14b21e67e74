package io.guanxi.collect.imports;

import io.guanxi.collect.road.Passage;
import io.guanxi.collect.road.Rehearsal;
import io.guanxi.collect.road.Road;
import io.guanxi.platform.DataFolder;
import io.guanxi.platform.EventBatch;
import io.guanxi.platform.Progress;
import jakarta.servlet.MultipartConfigElement;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where uploads arrive and where their events go. */
@Configuration(proxyBeanMethods = false)
class ImportConfiguration {

    private static final int IN_MEMORY_BYTES = 1 << 16;

    @Bean
    Destination destination(Road road) {
        return new Destination() {
            @Override
            public Passage take(EventBatch batch, Progress progress, Function<Passage, String> receipt) {
                return road.take(batch, progress, receipt);
            }

            @Override
            public Rehearsal rehearse(EventBatch batch, Progress progress) {
                return road.rehearse(batch, progress);
            }
        };
    }

    /** Uploads go straight to the data folder's disk, so that storing one is a rename. */
    @Bean
    MultipartConfigElement uploads(DataFolder folder) {
        return new MultipartConfigElement(folder.temp().toString(), -1, -1, IN_MEMORY_BYTES);
    }
}
