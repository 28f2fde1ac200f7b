package org.yiti.safeguard.cipher;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Confirmed;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;
import org.yiti.identity.Scope;
import org.yiti.safeguard.Act;
import org.yiti.safeguard.Audit;

/** The keys of sealed columns: which there are, how many values are still under an older one, and a new one. They are the whole house's. */
@RestController
@Needs(Permission.PROTECTION)
@RequestMapping("/api/safeguard/data-keys")
class KeyController {

    record Key(String id, OffsetDateTime madeAt) {}

    /** @param left values and pieces of files under an older key, or not encrypted yet */
    record Keys(List<Key> keys, long left) {}

    private final JdbcClient database;
    private final DataKeys keys;
    private final RotateKeys rotate;
    private final RotateFiles files;
    private final Audit audit;
    private final Scope scope;

    KeyController(
            JdbcClient database, DataKeys keys, RotateKeys rotate, RotateFiles files, Audit audit, Scope scope) {
        this.files = files;
        this.database = database;
        this.keys = keys;
        this.rotate = rotate;
        this.audit = audit;
        this.scope = scope;
    }

    @GetMapping
    Keys list() {
        scope.require(Permission.PROTECTION, (UUID) null);
        keys.current();
        return new Keys(
                database.sql("select id, made_at from safeguard.data_key where use = 'VALUES' order by made_at desc")
                        .query(Key.class)
                        .list(),
                rotate.left() + files.left());
    }

    /** Values are encrypted anew within minutes, while people go on working. */
    @Confirmed
    @PostMapping
    @Transactional
    @ResponseStatus(HttpStatus.CREATED)
    public Map<String, String> make() {
        scope.require(Permission.PROTECTION, (UUID) null);
        var id = keys.makeNew();
        audit.record(Act.of("data.key-made", "safeguard.data_key", id));
        return Map.of("id", id);
    }
}
