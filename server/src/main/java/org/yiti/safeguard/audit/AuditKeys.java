package org.yiti.safeguard.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.SecureRandom;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.yiti.kernel.Refused;
import org.yiti.proof.note.KeyFile;
import org.yiti.proof.note.Scheme;
import org.yiti.proof.note.SigningKey;
import org.yiti.proof.note.VerifierKey;
import org.yiti.safeguard.SafeguardRefusal;

/**
 * The keys of this log, in a folder and not in the database, with the last checkpoint beside them: whoever has the
 * database alone can neither sign another history nor make the server forget what it has signed.
 */
@Component
class AuditKeys {

    private final JdbcClient database;
    private final Path folder;
    private final SecureRandom random = new SecureRandom();
    private @Nullable List<SigningKey> keys;

    AuditKeys(JdbcClient database, @Value("${yiti.audit-folder}") String folder) {
        this.database = database;
        this.folder = Path.of(folder).toAbsolutePath();
    }

    /** What the log is called. Chosen once, so that two logs are never taken for one. */
    @Transactional
    public String origin() {
        database.sql("update safeguard.head set origin = 'audit/' || gen_random_uuid() where origin is null")
                .update();
        return database.sql("select origin from safeguard.head")
                .query(String.class)
                .single();
    }

    /** Made on the first start. Refuses when this log has been signed with keys that are not here. */
    @Transactional
    public synchronized List<SigningKey> signing() {
        var known = keys;
        if (known == null
                || !verifiers()
                        .containsAll(known.stream().map(SigningKey::verifier).toList())) {
            known = admitted(origin());
            keys = known;
        }
        return known;
    }

    /** What auditors need to check. */
    public List<VerifierKey> verifiers() {
        return database.sql("select line from safeguard.verifier_key order by since, line")
                .query((row, n) -> VerifierKey.parse(row.getString(1)))
                .list();
    }

    private List<SigningKey> admitted(String origin) {
        // Two servers that start at once must not each make keys of their own.
        database.sql("select 1 from safeguard.head for update")
                .query(Integer.class)
                .single();
        var known = verifiers().stream().map(VerifierKey::toString).toList();
        var found = Stream.of(Scheme.ED25519, Scheme.SM2)
                .map(scheme -> key(origin, scheme, known.isEmpty()))
                .toList();
        for (var key : found) {
            if (!known.isEmpty() && !known.contains(key.verifier().toString())) {
                throw absent();
            }
            database.sql("insert into safeguard.verifier_key (line) values (:line) on conflict do nothing")
                    .param("line", key.verifier().toString())
                    .update();
        }
        return found;
    }

    private SigningKey key(String origin, Scheme scheme, boolean mayMake) {
        var file = file(origin, scheme.name().toLowerCase(Locale.ROOT) + ".key");
        try {
            if (!Files.exists(file)) {
                if (!mayMake) {
                    throw absent();
                }
                Files.createDirectories(folder);
                KeyFile.write(file, SigningKey.generate(origin, scheme, random));
            }
            return KeyFile.read(file, random);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Refused absent() {
        return new Refused(SafeguardRefusal.KEY_ABSENT, Map.of("folder", folder));
    }

    /** The last checkpoint that this server has signed. */
    Optional<byte[]> kept(String origin) {
        var file = file(origin, "checkpoint");
        try {
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void keep(String origin, byte[] checkpoint) {
        try {
            var fresh = Files.write(file(origin, "checkpoint.new"), checkpoint);
            Files.move(fresh, file(origin, "checkpoint"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private Path file(String origin, String what) {
        return folder.resolve(origin.substring(origin.lastIndexOf('/') + 1) + "." + what);
    }
}
