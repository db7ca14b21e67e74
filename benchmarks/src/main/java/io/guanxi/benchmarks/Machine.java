package io.guanxi.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Stream;

/** Where the figures were measured: a figure without its machine says nothing. */
record Machine(int cores, String processor, double memoryGiB, String system, String jdk, String load, String minute) {

    static Machine here(Clock clock) {
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                field("/proc/cpuinfo", "model name"),
                Double.parseDouble(field("/proc/meminfo", "MemTotal").replaceAll("\\D", "")) / 1024 / 1024,
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("java.vendor.version", "") + " " + Runtime.version(),
                loadAverage(),
                DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'")
                        .withZone(ZoneOffset.UTC)
                        .format(clock.instant()));
    }

    String sentence() {
        return String.format(
                Locale.ROOT,
                "%s · %d cores (%s), %.0f GiB · %s · JDK %s · load before %s",
                minute,
                cores,
                processor,
                memoryGiB,
                system,
                jdk.strip(),
                load);
    }

    private static String loadAverage() {
        try {
            String load = Files.readString(Path.of("/proc/loadavg"));
            return load.substring(0, load.indexOf(' '));
        } catch (IOException notLinux) {
            return "unknown";
        }
    }

    private static String field(String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("0");
        } catch (IOException notLinux) {
            return "0";
        }
    }
}
