package interleave.run.sandbox;

import interleave.log.SparseLog;
import interleave.run.Limits;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where the sandboxes of one interpreter come from: a template, started when it is needed, replaced
 * when it is dead or old. All that a template makes have its seed of hashes and its layout of
 * memory, so it does not stay for ever. For the starter's thread.
 */
final class Nursery implements WarmPool.Start, AutoCloseable {
  private static final SparseLog LOG = new SparseLog(Nursery.class);
  private static final Duration RETIREMENT = Duration.ofMinutes(10);

  private final Bubblewrap bubblewrap;
  private final Interpreter python;
  private final Limits limits;
  private final Tier tier;

  private @Nullable Template template;
  private long startedAt;
  private final List<Template> retired = new ArrayList<>();
  private boolean closed;

  Nursery(Bubblewrap bubblewrap, Interpreter python, Limits limits, Tier tier) {
    this.bubblewrap = bubblewrap;
    this.python = python;
    this.limits = limits;
    this.tier = tier;
  }

  /** When the template is found dead, another one is started, once. */
  @Override
  public Sandbox start() throws IOException {
    try {
      return startFrom(current());
    } catch (TemplateDiedException _) {
      bury();
      try {
        return startFrom(current());
      } catch (TemplateDiedException thrown) {
        var complaint = bury();
        throw complaint.isEmpty() ? thrown : new IOException(complaint, thrown);
      }
    }
  }

  private Sandbox startFrom(Template from) throws IOException {
    try (var kept = new Kept()) {
      var group = kept.add(tier.open(limits));
      var sandbox = from.fork(bubblewrap.nextUser(), group);
      kept.release();
      return sandbox;
    }
  }

  /** Lets the template go, which is started again when it is needed. */
  void rest() {
    if (template != null) {
      template.retire();
      retired.add(template);
      template = null;
    }
    collect();
  }

  /** Ends all sandboxes that came from here. */
  @Override
  public void close() {
    closed = true;
    rest();
    retired.forEach(Template::close);
    retired.clear();
  }

  private Template current() throws IOException {
    if (closed) {
      throw new IOException("no sandboxes are made any more");
    }
    if (template != null && System.nanoTime() - startedAt > RETIREMENT.toNanos()) {
      rest();
    }
    collect();
    if (template != null && !template.isAlive()) {
      bury();
    }
    if (template == null) {
      template = bubblewrap.startTemplate(python);
      startedAt = System.nanoTime();
    }
    return template;
  }

  /** Ends the template, which is dead already or as good as dead; answers with its last words. */
  private String bury() throws IOException {
    var dead = template;
    if (dead == null) {
      return "";
    }
    template = null;
    var complaint = dead.complaint();
    LOG.warning("the template of the sandboxes died: " + complaint);
    dead.close();
    return complaint;
  }

  /** Lets go of templates that rest and have ended. */
  void collect() {
    retired.removeIf(
        each -> {
          boolean ended = each.collect();
          if (ended) {
            each.release();
          }
          return ended;
        });
  }
}
