package org.yiti.workbook.imports;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiti.kernel.file.ChunkTable;

/** A workbook holds as it is what ledgers keep encrypted: so is it, as it is kept. */
@Configuration(proxyBeanMethods = false)
class HandedInFiles {

    static final ChunkTable FILES = new ChunkTable("workbook.import_chunk", "import_id");

    @Bean
    ChunkTable handedInFilesTable() {
        return FILES;
    }
}
