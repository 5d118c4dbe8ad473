package interleave.run.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.run.linux.Receiver.Received;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReceiverTest {
  private static final byte[] WORD = "word".getBytes(StandardCharsets.US_ASCII);

  @Test
  void a_piece_comes_with_the_number_of_its_writer() throws Exception {
    try (var pair = SocketPair.open();
        var receiver = new Receiver()) {
      pair.theirs().write(WORD);
      var piece = assertInstanceOf(Received.Piece.class, receiver.receive(pair.ours()));
      assertEquals(ProcessHandle.current().pid(), piece.pid());
      assertEquals(ByteBuffer.wrap(WORD), piece.bytes());
    }
  }

  @Test
  void descriptors_cannot_be_sent_where_the_kernel_can_refuse_them() throws Exception {
    assumeTrue(kernelIsFrom(6, 16));
    try (var pair = SocketPair.open();
        var file = MemoryFile.empty()) {
      assertThrows(LinuxException.class, () -> Rights.send(pair.theirs(), WORD, List.of(file)));
    }
  }

  @Test
  void where_it_cannot_all_that_were_sent_are_handed_to_the_caller() throws Exception {
    try (var pair = SocketPair.open(true);
        var receiver = new Receiver();
        var file = MemoryFile.empty()) {
      Rights.send(pair.theirs(), WORD, Stream.generate(() -> file).limit(253).toList());
      pair.theirs().write(WORD);
      var came = assertInstanceOf(Received.Descriptors.class, receiver.receive(pair.ours()));
      assertEquals(253, came.sent().size());
      came.sent().forEach(Fd::close);
      assertInstanceOf(Received.Piece.class, receiver.receive(pair.ours()));
    }
  }

  @Test
  void a_memory_file_that_was_filled_cannot_be_written_by_anybody() throws Exception {
    try (var file = MemoryFile.empty()) {
      MemoryFile.fill(file, WORD);
      assertEquals("word", new String(file.read(10), StandardCharsets.US_ASCII));
      assertThrows(LinuxException.class, () -> file.write(WORD));
    }
  }

  private static boolean kernelIsFrom(int major, int minor) {
    var version = System.getProperty("os.version").split("[^0-9]+", -1);
    int here = Integer.parseInt(version[0]);
    assertTrue(version.length > 1);
    return here > major || (here == major && Integer.parseInt(version[1]) >= minor);
  }
}
