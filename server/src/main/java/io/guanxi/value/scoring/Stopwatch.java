package io.guanxi.value.scoring;

import java.util.LinkedHashMap;
import java.util.Map;

/** Seconds taken by named pieces of work. */
final class Stopwatch {

    private final Map<String, Double> seconds = new LinkedHashMap<>();

    void time(String name, Runnable work) {
        long start = System.nanoTime();
        work.run();
        seconds.put(name, Math.round((System.nanoTime() - start) / 1e6) / 1e3);
    }

    Map<String, Double> seconds() {
        return seconds;
    }
}
