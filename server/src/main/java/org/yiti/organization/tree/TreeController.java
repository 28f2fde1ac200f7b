package org.yiti.organization.tree;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

@RestController
@Needs({Permission.READ, Permission.ACCOUNT, Permission.GRANT})
@RequestMapping("/api/organization/tree")
class TreeController {

    private final TreeQueries tree;

    TreeController(TreeQueries tree) {
        this.tree = tree;
    }

    /** The institutions right below one; without it, the top of one's own part of the tree. */
    @GetMapping
    List<TreeQueries.Node> list(@RequestParam(required = false) @Nullable UUID parent) {
        return parent == null ? tree.roots() : tree.below(parent);
    }
}
