package interleave.front;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The model of a run, made from events that may be poor. */
final class TimelineTest extends ScriptedDemoTest {
  private static final String MAIN =
      "['task', {t: 0, task: '2.2', kind: 'process', state: 'start', name: 'main'}]";

  @Test
  void a_number_that_is_used_again_is_another_task() {
    assertEquals(
        List.of("main 0-100", "ann 10-20", "bob 30-100"),
        lanes(
            MAIN,
            "['task', {t: 10, task: '2.3', state: 'start', name: 'ann', parent: '2.2'}]",
            "['task', {t: 20, task: '2.3', state: 'end'}]",
            "['task', {t: 30, task: '2.3', state: 'start', name: 'bob', parent: '2.2'}]",
            "['end', {wallMs: 0.1}]"));
  }

  @Test
  void events_that_lack_fields_or_come_for_nobody_break_nothing() {
    assertEquals(
        List.of("main 0-50", "thread 9 40-50"),
        lanes(
            "['started', {}]",
            "['task', {t: 3, task: '2.2', state: 'start'}]",
            "['task', {t: 4, task: '5.5', state: 'end'}]",
            "['usage', {t: 5}]",
            "['output', {t: 40, task: '2.9'}]",
            "['riddle', {t: 50}]",
            "['end', {}]"));
  }

  @Test
  void what_comes_a_little_late_finds_its_place() {
    assertEquals(
        List.of(10, 20, 30),
        read(
            "t.lanes[0].outputs.map(o => o.t)",
            MAIN,
            "['output', {t: 20, task: '2.2', text: 'b'}]",
            "['output', {t: 10, task: '2.2', text: 'a'}]",
            "['output', {t: 30, task: '2.2', text: 'c'}]"));
    assertEquals(
        List.of("main 0-40", "ann 5-40"),
        lanes(
            MAIN,
            "['output', {t: 20, task: '2.3', text: 'a'}]",
            "['task', {t: 5, task: '2.3', state: 'start', name: 'ann'}]",
            "['end', {wallMs: 0.04}]"));
  }

  @Test
  void a_task_that_was_there_for_a_part_of_a_sample_had_its_share_in_that_part() {
    assertEquals(
        List.of(40_000, 50_000, 1, 5_000),
        read(
            "[t.lanes[1].spans[0].from, t.lanes[1].spans[0].to, t.lanes[1].spans[0].cpu > 0.49 ? 1 : 0,"
                + " Math.round(t.lanes[1].cpu)]",
            MAIN,
            "['task', {t: 40000, task: '2.3', state: 'start', name: 'ann'}]",
            "['usage', {t: 50000, cpu: {'2.3': 0.1}}]"));
  }

  @Test
  void a_rest_lasts_until_shortly_before_the_sample_that_ends_it() {
    assertEquals(
        List.of("0-950000 0", "950000-1000000 0.5", "1000000-2920000 0", "2920000-3000000 0.25"),
        read(
            "t.samples.map(s => `${s.from}-${s.to} ${s.total}`)",
            MAIN,
            "['usage', {t: 1000000, cpu: {'2.2': 0.5}}]",
            "['usage', {t: 1000000, cpu: {}}]",
            "['usage', {t: 2920000, cpu: {}}]",
            "['usage', {t: 3000000, cpu: {'2.2': 0.25}}]"));
  }

  @Test
  void a_rest_ends_where_the_sample_that_ends_it_says() {
    assertEquals(
        List.of(
            "0-5000 0", "5000-50000 0.5", "50000-90000 0", "90000-3000000 0", "3000000-3004000 1"),
        read(
            "t.samples.map(s => `${s.from}-${s.to} ${s.total}`)",
            MAIN,
            "['usage', {t: 50000, from: 5000, cpu: {'2.2': 0.5}}]",
            "['usage', {t: 90000, cpu: {}}]",
            "['usage', {t: 3004000, from: 3000000, cpu: {'2.2': 1}}]"));
  }

  @Test
  void the_last_sample_comes_after_the_ends_and_leaves_nothing_unknown() {
    assertEquals(
        List.of("0-50000 1", "10000-40000 0.5", "40000-60000 0", "null", "60000"),
        read(
            "[...t.lanes.flatMap(l => l.spans.map(s => `${s.from}-${s.to} ${s.cpu}`)),"
                + " `${t.doing(t.lanes[1], 60001)}`, `${t.known}`]",
            MAIN,
            "['task', {t: 10000, task: '2.3', state: 'start', name: 'ann'}]",
            "['usage', {t: 40000, cpu: {'2.2': 1, '2.3': 0.375}}]",
            "['task', {t: 60000, task: '2.3', state: 'end'}]",
            "['task', {t: 50000, task: '2.2', state: 'end'}]",
            "['usage', {t: 60000, cpu: {'2.2': 0.5}}]",
            "['end', {wallMs: 60}]"));
  }

  @Test
  void it_knows_what_a_task_did_at_a_moment_who_started_it_and_who_waited_for_its_end() {
    var events =
        new String[] {
          MAIN,
          "['task', {t: 0, task: '2.3', state: 'start', name: 'ann', parent: '2.2'}]",
          "['usage', {t: 50000, cpu: {'2.3': 0.3}, ready: {'2.3': 0.5},"
              + " waits: {'2.2': {for: 'join', task: '2.3'}, '2.3': {for: 'gil'}}}]",
          "['usage', {t: 100000, cpu: {'2.3': 0.3}, waits: {'2.2': null}}]",
        };
    assertEquals(
        List.of("join ann", "core", "nothing", "gil", "main", "main"),
        read(
            """
            [t.doing(t.lanes[0], 10000).wait, t.doing(t.lanes[1], 10000).wait,
             t.doing(t.lanes[0], 70000).wait, t.doing(t.lanes[1], 70000).wait]
              .map(wait => wait ? [wait.for, wait.other].join(" ").trim() : "nothing")
              .concat(t.lanes[1].parent.task.label, t.lanes[1].joiner.task.label)
            """,
            events));
    assertEquals(List.of(true), read("[t.doing(t.lanes[1], 10000).ready === 0.5]", events));
  }

  private List<?> lanes(String... events) {
    return read("t.lanes.map(l => `${l.task.label} ${l.from}-${l.to ?? t.last}`)", events);
  }

  /** What an expression gives for the timeline {@code t} of these events. */
  private List<?> read(String expression, String... events) {
    var result =
        (List<?>)
            browser.script(
                """
                return import("/static/js/timeline.js").then(({ Timeline }) => {
                  const t = Timeline.of([%s].map(([event, data]) => ({ event, data })));
                  return %s;
                });
                """
                    .formatted(String.join(",", events), expression));
    return result.stream().map(v -> v instanceof Long n ? (Object) n.intValue() : v).toList();
  }
}
