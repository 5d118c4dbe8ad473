package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class MembersTest {
  @Test
  void a_process_that_was_gone_before_it_was_looked_at_is_ended_and_forgotten() throws Exception {
    var gone = new ProcessBuilder("/bin/true").start();
    gone.waitFor();
    try (var poller = new Poller()) {
      var ended = new CompletableFuture<Integer>();
      var members = new Members(poller, member -> ended.complete(member.pid));
      poller.execute(() -> members.get((int) gone.pid()));
      assertEquals((int) gone.pid(), ended.get(10, TimeUnit.SECONDS));
      var left = new CompletableFuture<List<Members.Member>>();
      poller.execute(() -> left.complete(members.all()));
      assertEquals(List.of(), left.get(10, TimeUnit.SECONDS));
    }
  }
}
