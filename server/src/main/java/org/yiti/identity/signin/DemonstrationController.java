package org.yiti.identity.signin;

import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.DemonstrationAccounts;
import org.yiti.identity.Open;
import org.yiti.identity.Role;
import org.yiti.kernel.Label;

@RestController
class DemonstrationController {

    record DemonstrationAccount(String account, String password, String name, Role role, Label roleName) {}

    private final DemonstrationAccounts demonstration;

    DemonstrationController(DemonstrationAccounts demonstration) {
        this.demonstration = demonstration;
    }

    @Open(because = "the demonstration says itself how to get in; empty otherwise")
    @GetMapping("/api/identity/demo-accounts")
    List<DemonstrationAccount> demonstration() {
        return demonstration.list().stream()
                .map(row -> new DemonstrationAccount(
                        row.account(),
                        DemonstrationAccounts.PASSWORD,
                        row.name(),
                        row.role(),
                        row.role().label()))
                .toList();
    }
}
