package org.yiti.organization.tree;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;

@RestController
@RequestMapping("/api/organization/tree")
class TreeController {

    private final TreeQueries tree;
    private final Scope scope;

    TreeController(TreeQueries tree, Scope scope) {
        this.tree = tree;
        this.scope = scope;
    }

    /** The institutions right below one; without it, the top of one's own part of the tree. */
    @GetMapping
    List<TreeQueries.Node> list(@RequestParam(required = false) @Nullable UUID parent) {
        scope.require(Permission.READ);
        return parent == null ? tree.roots() : tree.below(parent);
    }
}
