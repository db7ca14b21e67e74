package io.guanxi.platform;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Prints the one line that says the server can be used. */
@Component
class Ready {

    @EventListener
    void announce(ApplicationReadyEvent event) {
        String port = event.getApplicationContext().getEnvironment().getProperty("local.server.port");
        if (port != null) {
            System.out.println("ready http://localhost:" + port);
            System.out.flush();
        }
    }
}
