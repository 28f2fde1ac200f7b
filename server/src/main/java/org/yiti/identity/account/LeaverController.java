package org.yiti.identity.account;

import jakarta.validation.Valid;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

@RestController
@RequestMapping("/api/identity")
class LeaverController {

    private static final int MOST = 500;

    private final LetGo letGo;
    private final AssignSuccessor successor;

    LeaverController(LetGo letGo, AssignSuccessor successor) {
        this.letGo = letGo;
        this.successor = successor;
    }

    /** Whoever the account belonged to is gone. It cannot be undone: whoever comes back is granted anew. */
    @Confirmed
    @Needs(Permission.ACCOUNT)
    @PostMapping("/accounts/{id}/leaving")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void leaves(@PathVariable long id, @Valid @RequestBody LetGo.Request wish) {
        letGo.letGo(id, wish);
    }

    @Needs({Permission.ACCOUNT, Permission.GRANT, Permission.VERIFY, Permission.IMPORT})
    @GetMapping("/left-behind")
    AssignSuccessor.Page leftBehind(
            @RequestParam(required = false) @Nullable String after, @RequestParam(defaultValue = "50") int limit) {
        return successor.page(after, Math.max(1, Math.min(MOST, limit)));
    }

    @Needs({Permission.GRANT, Permission.VERIFY, Permission.IMPORT})
    @PostMapping("/left-behind/{id}/successor")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void assign(@PathVariable UUID id, @Valid @RequestBody AssignSuccessor.Request wish) {
        successor.assign(id, wish);
    }
}
