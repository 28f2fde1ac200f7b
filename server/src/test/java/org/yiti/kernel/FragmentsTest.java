package org.yiti.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FragmentsTest {

    @Test
    void everyTwoNeighboursOfAWordAndTheLastSignByItselfAreWanted() {
        assertThat(Fragments.of("办公室")).containsExactly("办公", "公室", "室");
        assertThat(Fragments.of("A1")).containsExactly("a1", "1");
    }

    @Test
    void wordsAreWantedEachByItselfWhateverPartsThem() {
        assertThat(Fragments.of(" 市府　Ｂ座\t9 ")).containsExactly("市府", "府", "ｂ座", "座", "9");
        assertThat(Fragments.of("  ")).isEmpty();
    }

    @Test
    void signsBeyondTheFirstPlaneAreOneAndLongTextsAreCut() {
        assertThat(Fragments.of("𠮷市")).containsExactly("𠮷市", "市");
        assertThat(Fragments.of("长".repeat(500))).hasSize(30);
    }
}
