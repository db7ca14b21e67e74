package io.guanxi.platform;

import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the one line that says the server can be used. */
@Component
class Ready {

    private static final Logger log = LoggerFactory.getLogger(Ready.class);

    private final DataFolder folder;

    Ready(DataFolder folder) {
        this.folder = folder;
    }

    @EventListener
    void announce(ApplicationReadyEvent event) {
        String port = event.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (port != null) {
            log.info(
                    "version {} on Java {}, data in {}",
                    Objects.requireNonNullElse(getClass().getPackage().getImplementationVersion(), "of the sources"),
                    Runtime.version(),
                    folder.root());
            System.out.println("ready http://localhost:" + port);
            System.out.flush();
        }
    }
}
