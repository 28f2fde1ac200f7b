package org.yiti.supervision.reminders;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

@RestController
@RequestMapping("/api/supervision/reminders")
@Needs(Permission.READ)
class ReminderController {

    record Seen(@NotNull @Size(max = Reminders.MOST) List<@NotNull @Size(max = 200) String> keys) {}

    private final Reminders reminders;

    ReminderController(Reminders reminders) {
        this.reminders = reminders;
    }

    /** What waits for whoever asks, what they have not seen and what presses most first. */
    @GetMapping
    Reminders.Page list() {
        return reminders.page();
    }

    @PostMapping("/read")
    Reminders.Page read(@Valid @RequestBody Seen seen) {
        reminders.markRead(seen.keys());
        return reminders.page();
    }
}
