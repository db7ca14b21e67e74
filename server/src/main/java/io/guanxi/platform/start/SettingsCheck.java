package io.guanxi.platform.start;

import io.guanxi.platform.CannotStart;
import java.time.ZoneId;
import java.util.Currency;
import java.util.function.Function;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** Looks at the settings that can be given wrongly before anything is started with them. */
final class SettingsCheck implements ApplicationListener<ApplicationEnvironmentPreparedEvent> {

    private static final int LAST_PORT = 65_535;

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        Environment settings = event.getEnvironment();
        check(settings, "server.port", "GUANXI_PORT", "a port is a number from 0 to 65535", SettingsCheck::port);
        check(settings, "guanxi.brand.zone", "GUANXI_ZONE", "a time zone has a name like Asia/Shanghai", ZoneId::of);
        check(
                settings,
                "guanxi.brand.currency",
                "GUANXI_CURRENCY",
                "a currency has three letters, like CNY",
                Currency::getInstance);
    }

    private static void check(
            Environment settings, String name, String variable, String wanted, Function<String, ?> reading) {
        String value = settings.getProperty(name, "");
        try {
            Object _ = reading.apply(value);
        } catch (RuntimeException e) {
            throw new CannotStart(
                    "the setting %s (%s) is '%s', which cannot be used".formatted(variable, name, value),
                    wanted + "; docs/operations.md lists all settings");
        }
    }

    private static int port(String text) {
        int port = Integer.parseInt(text);
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException(text);
        }
        return port;
    }
}
