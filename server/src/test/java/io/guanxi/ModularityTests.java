package io.guanxi;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;

/** The module boundaries hold, and their picture is current. */
class ModularityTests {

    private final ApplicationModules modules = ApplicationModules.of(GuanxiServer.class);

    @Test
    void everyModuleKeepsToItsDeclaredDependencies() {
        modules.verify();
    }

    @Test
    void theModulesAreDrawn() {
        new Documenter(modules).writeModulesAsPlantUml();
    }
}
