package org.procart.alerting.worklist;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Entries to read that page nobody; the words themselves are read in intake's store. */
@RestController
@RequestMapping("/worklist")
class WorkListController {

  private static final String CLINICIAN = "clinician";
  private static final int SIZE = 50;
  private static final int LAST_PAGE = 10_000;

  private final WorkItems items;
  private final WorkList workList;

  WorkListController(WorkItems items, WorkList workList) {
    this.items = items;
    this.workList = workList;
  }

  record WorkListPage(List<WorkItem> items, int page, int size, long total) {}

  @GetMapping
  WorkListPage list(
      Caller caller,
      @RequestParam String siteId,
      @RequestParam(defaultValue = "0") @Min(0) @Max(LAST_PAGE) int page) {
    caller.requireAny(CLINICIAN);
    caller.requireSite(siteId);
    return new WorkListPage(items.open(siteId, page, SIZE), page, SIZE, items.countOpen(siteId));
  }

  /** A person has read it. */
  @PostMapping("/{itemId}/done")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void done(Caller caller, @PathVariable String itemId) {
    caller.requireAny(CLINICIAN);
    WorkItem item =
        items.find(itemId).orElseThrow(() -> ProblemException.notFound("work-list entry"));
    caller.requireSite(item.siteId());
    workList.done(itemId, caller.subject());
  }
}
