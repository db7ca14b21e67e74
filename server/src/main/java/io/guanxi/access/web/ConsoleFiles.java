package io.guanxi.access.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the console; a page's address that is no file answers with the console, which knows its own pages. */
@Configuration(proxyBeanMethods = false)
class ConsoleFiles implements WebMvcConfigurer {

    private static final String LOCATION = "classpath:/static/";
    private static final List<String> NEVER_A_PAGE = List.of("api/", "v1/", "actuator/", "assets/");

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/assets/**") // their names carry the hash of what they hold
                .addResourceLocations(LOCATION + "assets/")
                .setCacheControl(CacheControl.maxAge(Duration.ofDays(365)).immutable());
        registry.addResourceHandler("/**")
                .addResourceLocations(LOCATION)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PagesAsConsole());
    }

    private static final class PagesAsConsole extends PathResourceResolver {

        @Override
        protected @Nullable Resource getResource(String path, Resource location) throws IOException {
            Resource file = super.getResource(path, location);
            boolean page = !path.substring(path.lastIndexOf('/') + 1).contains(".")
                    && NEVER_A_PAGE.stream().noneMatch(path::startsWith);
            return file == null && page ? super.getResource("index.html", location) : file;
        }
    }
}
