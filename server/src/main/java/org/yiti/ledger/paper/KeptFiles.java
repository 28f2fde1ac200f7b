package org.yiti.ledger.paper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.yiti.kernel.file.ChunkTable;

/** Papers tell of people and of what was decided about them: they are encrypted as they are kept. */
@Configuration(proxyBeanMethods = false)
class KeptFiles {

    static final ChunkTable PAPERS = new ChunkTable("ledger.paper_chunk", "paper_id");

    @Bean
    ChunkTable paperFilesTable() {
        return PAPERS;
    }
}
