package interleave;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.site.RealSite;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Programs run by the whole server, as a client without a browser sees it. */
@Timeout(60)
class RealRunsTest {
  private static final String TWO_THREADS =
      """
      import threading, time
      def work():
          for n in range(8):
              print(threading.current_thread().name, n)
              time.sleep(0.1)
      for name in ('ann', 'bob'):
          threading.Thread(target=work, name=name).start()
      """;
  private static final String FOR_EVER = "import time\nprint('on')\nwhile True: time.sleep(0.1)";

  private static RealSite site;
  private static ApiClient client;

  @BeforeAll
  static void start() {
    site = RealSite.start();
    client = new ApiClient(site.at("/"));
  }

  @AfterAll
  static void stop() {
    client.close();
    site.close();
  }

  @Test
  void output_of_two_threads_arrives_interleaved_while_the_program_still_runs() throws Exception {
    var id = client.submit(TWO_THREADS);
    var writers = new HashSet<String>();
    var ids = new ArrayList<String>();
    boolean runningWhenBothHadWritten = false;
    var events = client.events(id);
    while (events.hasNext()) {
      var event = events.next();
      ids.add(event.id());
      if (event.name().equals("output") && writers.add(event.data().get("task").asString())) {
        runningWhenBothHadWritten |= writers.size() == 2 && !ended(id);
      }
    }
    assertTrue(runningWhenBothHadWritten);
    assertTrue(ended(id));
    assertEquals(IntStream.rangeClosed(1, ids.size()).mapToObj(String::valueOf).toList(), ids);
  }

  @Test
  void a_stream_goes_on_after_the_last_event_that_the_client_has() throws Exception {
    var id = client.submit("print('one')\nprint('two')");
    var all = client.events(id).rest();
    var rest = client.events(id, "Last-Event-ID", "2").rest();
    assertFalse(rest.isEmpty());
    assertEquals(all.subList(2, all.size()), rest);
  }

  @Test
  void a_demo_runs_by_its_name() throws Exception {
    var id = client.submitDemo("sharing/one-memory/numbers_and_letters");
    assertEquals("exited", end(client.events(id)));
  }

  @Test
  void a_run_is_stopped_by_delete_and_ends_so() throws Exception {
    var id = client.submit(FOR_EVER);
    var events = client.events(id);
    while (!events.next().name().equals("output")) {}
    client.stop(id);
    assertEquals("stopped", end(events));
  }

  @Test
  void a_third_run_of_one_client_is_told_to_come_back_later() throws Exception {
    var running = List.of(client.submit(FOR_EVER), client.submit(FOR_EVER));
    var third = client.run(FOR_EVER);
    assertEquals(429, third.statusCode());
    assertTrue(third.headers().firstValueAsLong("Retry-After").orElse(0) >= 1);
    assertEquals(
        "application/problem+json",
        third.headers().firstValue("Content-Type").orElse("").split(";", -1)[0]);
    for (var id : running) {
      client.stop(id);
      end(client.events(id));
    }
  }

  @Test
  void browsers_behind_one_address_do_not_count_as_one() throws Exception {
    var ids = new ArrayList<String>();
    for (int browser = 0; browser < 3; browser++) {
      ids.add(ApiClient.created(client.run(FOR_EVER, "Sec-Fetch-Site", "same-origin")));
    }
    for (var id : ids.reversed()) {
      client.stop(id);
      end(client.events(id));
    }
  }

  @Test
  void stopping_the_server_ends_its_runs_and_their_streams() throws Exception {
    var other = RealSite.start();
    try (var client = new ApiClient(other.at("/"))) {
      var events = client.events(client.submit(FOR_EVER));
      while (!events.next().name().equals("output")) {}
      var closing = Thread.ofVirtual().start(other::close);
      end(events);
      closing.join();
    }
  }

  private static boolean ended(String id) throws Exception {
    return client.look(id).get("ended").asBoolean();
  }

  /** Reads a stream to its end, and answers the reason. */
  private static String end(EventReader events) {
    var last = events.rest().getLast();
    assertEquals("end", last.name());
    return last.data().get("reason").asString();
  }
}
