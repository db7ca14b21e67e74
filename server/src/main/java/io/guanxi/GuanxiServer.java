package io.guanxi;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.modulith.Modulithic;
import org.springframework.scheduling.annotation.EnableScheduling;

/** The Spring application; {@link Guanxi} is the program that starts it. */
@SpringBootApplication
@Modulithic(systemName = "Guanxi", sharedModules = "platform")
@ConfigurationPropertiesScan
@EnableScheduling
public class GuanxiServer {}
