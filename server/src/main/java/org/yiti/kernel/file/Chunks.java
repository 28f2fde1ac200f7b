package org.yiti.kernel.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.kernel.Sha256;

/** Files as rows of a megabyte each, in a table {@code (owner, n, bytes)} of the module that keeps them. */
public final class Chunks {

    /** @param sha256 in hexadecimal */
    public record Kept(long size, String sha256) {}

    private static final int CHUNK = 1 << 20;

    private final JdbcClient database;
    private final String table;
    private final String owner;

    public Chunks(JdbcClient database, String table, String owner) {
        this.database = database;
        this.table = table;
        this.owner = owner;
    }

    public Kept write(UUID id, InputStream file) throws IOException {
        var digest = Sha256.digest();
        var size = 0L;
        var buffer = new byte[CHUNK];
        for (int n = 0, read; (read = file.readNBytes(buffer, 0, CHUNK)) > 0; n++) {
            digest.update(buffer, 0, read);
            size += read;
            database.sql("insert into " + table + " (" + owner + ", n, bytes) values (:id, :n, :bytes)")
                    .param("id", id)
                    .param("n", n)
                    .param("bytes", read == CHUNK ? buffer : Arrays.copyOf(buffer, read))
                    .update();
        }
        return new Kept(size, HexFormat.of().formatHex(digest.digest()));
    }

    /** Nobody else's work waits for a slow reader: each chunk is a question of its own. */
    public void read(UUID id, OutputStream out) throws IOException {
        var chunks = database.sql("select count(*) from " + table + " where " + owner + " = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        for (var n = 0; n < chunks; n++) {
            out.write(database.sql("select bytes from " + table + " where " + owner + " = :id and n = :n")
                    .param("id", id)
                    .param("n", n)
                    .query((row, i) -> row.getBytes(1))
                    .single());
        }
    }

    public void remove(UUID id) {
        database.sql("delete from " + table + " where " + owner + " = :id")
                .param("id", id)
                .update();
    }

    public static String sha256Of(InputStream file) throws IOException {
        var digest = Sha256.digest();
        var buffer = new byte[CHUNK];
        for (int read; (read = file.read(buffer)) >= 0; ) {
            digest.update(buffer, 0, read);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
