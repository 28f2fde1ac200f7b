package org.yiti.proof.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.yiti.proof.MemoryTiles;
import org.yiti.proof.ProofRefused;
import org.yiti.proof.ReferenceData;
import tools.jackson.databind.JsonNode;

/** The vectors of transparency-dev: some are right, most are mutated and must be refused. */
class ReferenceProofsTest {

    @Test
    void theReferenceTreeHasTheKnownRootAtEverySize() {
        var vector = ReferenceData.own("rfc6962-tree.json");
        var roots = vector.get("rootHashesByTreeSize");
        var frontier = Frontier.empty(Hashing.SHA_256);
        var tiles = new MemoryTiles(Hashing.SHA_256);
        for (var size = 0; size < roots.size(); size++) {
            assertThat(frontier.root()).hasToString(roots.get(size).asString());
            if (size < roots.size() - 1) {
                var leaf = HexFormat.of()
                        .parseHex(vector.get("leafInputsHex").get(size).asString());
                var growth = frontier.grow(List.of(Hashing.SHA_256.leaf(leaf)));
                tiles.add(growth.strips());
                frontier = growth.frontier();
            }
        }
        for (var size = 0; size < roots.size(); size++) {
            assertThat(new Tree(Hashing.SHA_256, tiles, frontier.size()).root(size))
                    .hasToString(roots.get(size).asString());
        }
    }

    @TestFactory
    Stream<DynamicTest> inclusionProofsAreTakenOrRefusedAsWanted() {
        return own("inclusion", ReferenceProofsTest::checkInclusion);
    }

    @TestFactory
    Stream<DynamicTest> consistencyProofsAreTakenOrRefusedAsWanted() {
        return own("consistency", ReferenceProofsTest::checkConsistency);
    }

    @TestFactory
    Stream<DynamicTest> allInclusionProofsAreTakenOrRefusedAsWanted() {
        return vectors("merkle/transparency-dev/inclusion", ReferenceProofsTest::checkInclusion);
    }

    @TestFactory
    Stream<DynamicTest> allConsistencyProofsAreTakenOrRefusedAsWanted() {
        return vectors("merkle/transparency-dev/consistency", ReferenceProofsTest::checkConsistency);
    }

    private static void checkInclusion(JsonNode vector) {
        var proof = new InclusionProof(number(vector.get("leafIdx")), number(vector.get("treeSize")), path(vector));
        proof.check(Hashing.SHA_256, hash(vector.get("leafHash")), hash(vector.get("root")));
    }

    private static void checkConsistency(JsonNode vector) {
        var proof = new ConsistencyProof(number(vector.get("size1")), number(vector.get("size2")), path(vector));
        proof.check(Hashing.SHA_256, hash(vector.get("root1")), hash(vector.get("root2")));
    }

    private interface Check {
        void check(JsonNode vector);
    }

    /** Those that stand in the repository. */
    private static Stream<DynamicTest> own(String kind, Check check) {
        var vectors = ReferenceData.own("proofs.json").get(kind);
        assertThat(vectors.size()).isGreaterThan(15);
        return StreamSupport.stream(vectors.spliterator(), false)
                .map(vector -> DynamicTest.dynamicTest(
                        vector.get("name").asString(),
                        () -> assertThat(refused(vector, check))
                                .as(vector.get("desc").asString())
                                .isEqualTo(vector.get("wantErr").asBoolean())));
    }

    private static Stream<DynamicTest> vectors(String folder, Check check) {
        return ReferenceData.files(folder).stream().map(file -> {
            var name = file.getName(file.getNameCount() - 2) + "/" + file.getFileName();
            return DynamicTest.dynamicTest(name, () -> {
                var vector = ReferenceData.json(file);
                assertThat(refused(vector, check))
                        .as(vector.get("desc").asString())
                        .isEqualTo(vector.get("wantErr").asBoolean());
            });
        });
    }

    private static boolean refused(JsonNode vector, Check check) {
        try {
            check.check(vector);
            return false;
        } catch (ProofRefused refused) {
            return true;
        }
    }

    private static List<Hash> path(JsonNode vector) {
        var path = new ArrayList<Hash>();
        vector.get("proof").forEach(hash -> path.add(hash(hash)));
        return path;
    }

    /** Some go up to 2^64, which is less than nothing here. */
    private static long number(JsonNode number) {
        return number.bigIntegerValue().longValue();
    }

    private static Hash hash(JsonNode base64) {
        return Hash.ofBase64(base64.asString(""));
    }
}
