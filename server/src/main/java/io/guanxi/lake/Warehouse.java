package io.guanxi.lake;

import java.io.Serializable;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The lake's folder, which may be another one than at its birth: Iceberg's metadata name files by their whole location, so a
 * folder that was moved or restored elsewhere keeps speaking of its home, and only here is it known where that is now.
 *
 * @param home the folder's location when the table was made, a URI without a slash at its end
 * @param folder its location now
 */
record Warehouse(String home, String folder) implements Serializable {

    private static final String METADATA = "/guanxi/event/metadata/";

    /**
     * {@return the lake in a folder}
     *
     * @param folder where its files are now
     * @param metadata the location of the table's metadata as the catalog has it, empty before the table is made
     */
    static Warehouse of(Path folder, Optional<String> metadata) {
        String now = uri(folder);
        return new Warehouse(
                metadata.map(location -> location.indexOf(METADATA) < 0
                                ? now
                                : location.substring(0, location.indexOf(METADATA)))
                        .orElse(now),
                now);
    }

    /** {@return the location by which Iceberg knows a file of the folder} */
    String locationOf(Path file) {
        String location = uri(file);
        return isIn(folder, location) ? home + location.substring(folder.length()) : location;
    }

    /** {@return where the file of a location is} */
    Path pathOf(String location) {
        return Path.of(URI.create(isIn(home, location) ? folder + location.substring(home.length()) : location));
    }

    private static boolean isIn(String folder, String location) {
        return location.startsWith(folder + "/");
    }

    private static String uri(Path path) {
        String uri = path.toAbsolutePath().normalize().toUri().toString();
        return uri.endsWith("/") ? uri.substring(0, uri.length() - 1) : uri;
    }
}
