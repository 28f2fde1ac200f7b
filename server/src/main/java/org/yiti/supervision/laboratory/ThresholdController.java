package org.yiti.supervision.laboratory;

import jakarta.validation.Valid;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.yiti.identity.Needs;
import org.yiti.identity.Permission;

/** What if a number of the law were another: counted, nothing kept. */
@RestController
@RequestMapping("/api/supervision/laboratory/thresholds")
@Needs(Permission.RULE)
class ThresholdController {

    private final CountThreshold threshold;

    ThresholdController(CountThreshold threshold) {
        this.threshold = threshold;
    }

    @PostMapping("/count")
    CountThreshold.Counted count(@Valid @RequestBody CountThreshold.Request request) {
        return threshold.count(request);
    }
}
