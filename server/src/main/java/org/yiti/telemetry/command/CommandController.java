package org.yiti.telemetry.command;

import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

@RestController
@RequestMapping("/api/telemetry/terminals/{id}")
class CommandController {

    record Kept(UUID id) {}

    private final LineQueries lines;
    private final SendCommand send;

    CommandController(LineQueries lines, SendCommand send) {
        this.lines = lines;
        this.send = send;
    }

    /** Whether and since when a terminal is there, and the newest of what it was told. */
    @GetMapping("/line")
    @Needs(Permission.READ)
    LineQueries.Line line(@PathVariable UUID id) {
        return lines.get(id);
    }

    /** Kept until it is answered or expires; sent at once when the terminal is there, otherwise when it comes. */
    @Confirmed
    @PostMapping("/commands")
    @ResponseStatus(HttpStatus.CREATED)
    @Needs(Permission.WRITE)
    Kept send(@PathVariable UUID id, @RequestBody SendCommand.Request request, Locale locale) {
        return new Kept(send.handle(id, request, locale));
    }
}
