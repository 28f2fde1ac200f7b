package org.yiti.workbook.imports;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.ByteArrayInputStream;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.yiti.identity.Account;
import org.yiti.workbook.ImportJourney;

/** What somebody has handed in, seen and taken over by others. */
class OthersImportsTest extends ImportJourney {

    private static final String CSV = """
            人员编号,姓名,单位编码,职级,电话,公民身份号码,家里人
            OI-P1,赵钱孙,OI-1,没有的职级,13512340001,330102199003071230,李四
            OI-P2,周*王,OI-1,正局(处)级,13512340002,330102199003071257,李五
            """;

    private static UUID institution;

    @Autowired
    private ImportsLeftBehind left;

    @Autowired
    private Imports imports;

    @BeforeEach
    void anInstitution() {
        if (institution == null) {
            add("organization/divisions", Map.of("code", "971920", "name", "他人市", "level", "市级"));
            institution = add(
                    "organization/institutions",
                    Map.of("code", "OI-1", "name", "他人局", "kind", "政府机关", "level", "市级", "divisionCode", "971920"));
        }
    }

    private UUID handedIn() throws InterruptedException {
        var id = upload(officer(institution), "赵钱孙的花名册.csv", CSV.getBytes(UTF_8));
        assertThat(rested(id)).containsEntry("state", "CHECKED").containsEntry("problems", 2);
        return id;
    }

    private Set<String> cells(Account account, UUID id) throws Exception {
        var texts = new HashSet<String>();
        var file = body(account, "/api/workbook/imports/" + id + "/repair");
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(file))) {
            workbook.forEach(sheet -> sheet.forEach(row -> row.forEach(cell -> texts.add(cell.toString()))));
        }
        return texts;
    }

    @Test
    void theRowsToRepairAreWholeForWhoHandedThemInAndMaskedForAnybodyElse() throws Exception {
        var id = handedIn();

        assertThat(cells(officer(institution), id)).contains("赵钱孙", "13512340001", "330102199003071230", "李四");
        assertThat(cells(ADMINISTRATOR, id))
                .contains("OI-P1", "赵**", "135****0001", "330102********1230")
                .doesNotContain("赵钱孙", "13512340001", "330102199003071230", "李四");
    }

    @Test
    void aProblemRepeatsNothingGuarded() throws Exception {
        var told = problems(handedIn()).toString();

        assertThat(told).contains("没有的职级", "周**").doesNotContain("周*王");
    }

    @Test
    void ofAFileThatIsGoneThereIsNothingToRepair() throws Exception {
        var id = handedIn();
        database.sql("delete from workbook.import_chunk where import_id = ?")
                .param(id)
                .update();

        assertThat(get(officer(institution), "/api/workbook/imports/" + id + "/repair"))
                .hasStatus(409);
    }

    @Test
    void whatIsLeftBehindIsToldWithoutWhatAFileIsCalled() throws Exception {
        var id = handedIn();

        assertThat(left.of(officer(institution).account()))
                .filteredOn(item -> item.id().equals(id))
                .singleElement()
                .satisfies(item -> assertThat(item.title()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}"));
    }

    @Test
    void theRightsOfWhoHandedInAreLookedUpOnceForAListOfAnyLength() throws Exception {
        for (var n = 0; n < 4; n++) {
            handedIn();
        }

        assertThat(asked(4)).isPositive().isEqualTo(asked(1));
    }

    /** How many questions it takes to list so many imports. */
    private long asked(int many) {
        var mine = Thread.currentThread();
        var questions = new ListAppender<ILoggingEvent>() {
            @Override
            protected void append(ILoggingEvent question) {
                // who asks is known while it is asked: the event itself looks only when it is read
                if (Thread.currentThread() == mine) {
                    super.append(question);
                }
            }
        };
        var log = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
        questions.start();
        log.setLevel(Level.DEBUG);
        log.addAppender(questions);
        log.setAdditive(false);
        try {
            assertThat(imports.newest(officer(institution).account(), null, many))
                    .hasSize(many);
        } finally {
            log.setAdditive(true);
            log.detachAppender(questions);
            log.setLevel(null);
        }
        return questions.list.stream()
                .filter(question -> question.getMessage().startsWith("Executing prepared SQL statement"))
                .count();
    }
}
