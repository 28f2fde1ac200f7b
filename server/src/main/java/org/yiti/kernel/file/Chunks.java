package org.yiti.kernel.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.yiti.kernel.Sha256;

/** Files as rows of a megabyte each, encrypted, in a table of the module that keeps them. */
public final class Chunks {

    /** @param sha256 in hexadecimal */
    public record Kept(long size, String sha256) {}

    private static final int CHUNK = 1 << 20;

    private final JdbcClient database;
    private final ChunkTable table;
    private final ChunkCipher cipher;

    public Chunks(JdbcClient database, ChunkTable table, ChunkCipher cipher) {
        this.database = database;
        this.table = table;
        this.cipher = cipher;
    }

    public Kept write(UUID id, InputStream file) throws IOException {
        var digest = Sha256.digest();
        var size = 0L;
        var buffer = new byte[CHUNK];
        for (int n = 0, read; (read = file.readNBytes(buffer, 0, CHUNK)) > 0; n++) {
            digest.update(buffer, 0, read);
            size += read;
            var kept = cipher.seal(table, id, n, read == CHUNK ? buffer : Arrays.copyOf(buffer, read));
            database.sql("insert into " + table.name() + " (" + table.owner()
                            + ", n, key, bytes) values (:id, :n, :key, :bytes)")
                    .param("id", id)
                    .param("n", n)
                    .param("key", kept.key())
                    .param("bytes", kept.bytes())
                    .update();
        }
        return new Kept(size, HexFormat.of().formatHex(digest.digest()));
    }

    /** Nobody else's work waits for a slow reader: each chunk is a question of its own. */
    public void read(UUID id, OutputStream out) throws IOException {
        var chunks = database.sql("select count(*) from " + table.name() + " where " + table.owner() + " = :id")
                .param("id", id)
                .query(Integer.class)
                .single();
        for (var n = 0; n < chunks; n++) {
            var kept = database.sql("select key, bytes from " + table.name() + " where " + table.owner()
                            + " = :id and n = :n")
                    .param("id", id)
                    .param("n", n)
                    .query(ChunkCipher.Kept.class)
                    .single();
            out.write(cipher.open(table, id, n, kept));
        }
    }

    public void remove(UUID id) {
        database.sql("delete from " + table.name() + " where " + table.owner() + " = :id")
                .param("id", id)
                .update();
        cipher.destroy(id);
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
