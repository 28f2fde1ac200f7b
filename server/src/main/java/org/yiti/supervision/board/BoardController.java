package org.yiti.supervision.board;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

@RestController
@Needs(Permission.READ)
class BoardController {

    private final BoardQueries board;

    BoardController(BoardQueries board) {
        this.board = board;
    }

    /** What is worst, late and better at an institution with all below it; in one's whole scope without it. */
    @GetMapping("/api/supervision/board")
    BoardView get(@RequestParam(required = false) @Nullable UUID institution) {
        return board.get(institution);
    }
}
