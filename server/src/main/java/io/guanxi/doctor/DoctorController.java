package io.guanxi.doctor;

import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Lets an operator prove that nothing is lost and nothing counted twice. */
@RestController
class DoctorController {

    private final Doctor doctor;

    DoctorController(Doctor doctor) {
        this.doctor = doctor;
    }

    @PostMapping("/api/doctor")
    Examination examine() {
        return doctor.examine();
    }
}
