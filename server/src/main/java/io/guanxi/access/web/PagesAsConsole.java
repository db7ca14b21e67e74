package io.guanxi.access.web;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Finds the console's files, and its {@code index.html} for the address of a page. */
final class PagesAsConsole extends PathResourceResolver {

    private static final List<String> NEVER_A_PAGE = List.of("api/", "v1/", "actuator/", "assets/");

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        Resource file = super.getResource(path, location);
        return file == null && isPage(path) ? super.getResource("index.html", location) : file;
    }

    private static boolean isPage(String path) {
        return !path.substring(path.lastIndexOf('/') + 1).contains(".")
                && NEVER_A_PAGE.stream().noneMatch(path::startsWith);
    }
}
