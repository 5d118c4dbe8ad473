package interleave.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Data races: both lines of those that there are, and none where something keeps order. */
@Timeout(60)
class RacesTest extends OnEachPython {
  private static final String PROGRAM =
      """
      from threading import Event, Lock, Thread
      from queue import Queue
      class Box:
          v = 0
          def __init__(self):
              self.n = 0
      x, d, items, box, other = 0, {"k": 0, "l": 0}, [0, 0], Box(), Box()
      lock, ready, q = Lock(), Event(), Queue()
      def one():
          global x
          %s
      def two():
          global x
          %s
      a, b = Thread(target=one), Thread(target=two)
      %s
      """;

  private static final int ONE = 11;
  private static final int TWO = 14;
  private static final String BOTH = "a.start(), b.start(), a.join(), b.join()";

  RacesTest(String runtime) {
    super(runtime);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          x = 1           | print(x)             | x         | variable
          box.n = 1       | print(box.n)         | box.n     | attribute
          Box.v = 1       | print(Box.v)         | Box.v     | attribute
          Box.v = 1       | print(box.v)         | Box.v     | attribute
          d["k"] = 1      | print(d["k"])        | d['k']    | item
          items[1] = 1    | print(items[-1])     | items[1]  | item
          items[1] = 1    | print(sum(items))    | items[1]  | item
          items.append(1) | print(items[0])      | items[0]  | item
          items.append(1) | print(f"{items}")    | items     | item
          items.append(1) | print(len(items))    | items     | item
          d["new"] = 1    | print(list(d))       | d['new']  | item
          items += [1]    | print(items == [])   | items     | item
          """)
  void a_write_and_a_read_without_order_are_told_with_their_lines(
      String write, String read, String name, String kind) throws Exception {
    var writing = write.startsWith("items +=") ? "global items; " + write : write;
    var races = races(PROGRAM.formatted(writing, read, BOTH));
    var expected = "%s %s %dw %dr".formatted(name, kind, ONE, TWO);
    assertEquals(
        writing.equals(write)
            ? Set.of(expected)
            : Set.of(expected, expected.replace("item ", "variable ")),
        races);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void two_updates_race_in_both_ways_however_they_are_explored(boolean reduced) throws Exception {
    var code = PROGRAM.formatted("x += 1", "x += 2", BOTH);
    var end = explore(code, Granularity.BYTECODE, reduced ? REDUCED : EVERYTHING);
    assertEquals(
        Set.of(
            "x variable %dr %dw".formatted(ONE, TWO),
            "x variable %dw %dr".formatted(ONE, TWO),
            "x variable %dw %dw".formatted(ONE, TWO)),
        races(end));
  }

  @ParameterizedTest
  @ValueSource(strings = {"n", "list"})
  void variables_of_a_function_that_others_share_race_too(String name) throws Exception {
    var code =
        """
        from threading import Thread
        def program():
            n = 0
            list = [0]
            def one():
                nonlocal n
                %s
            def two():
                print(%s)
            a, b = Thread(target=one), Thread(target=two)
            a.start(), b.start(), a.join(), b.join()
        program()
        """;
    assertEquals(
        Set.of(name.equals("n") ? "n variable 7w 9r" : "list[0] item 7w 9r"),
        races(
            name.equals("n")
                ? code.formatted("n = 1", "n")
                : code.formatted("list[0] = 1", "list[0]")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          with lock: x = 1       | with lock: print(x)     | a.start(), b.start()
          x = 1                  | print(x)                | a.start(), a.join(), b.start()
          x = 1; ready.set()     | ready.wait(); print(x)  | a.start(), b.start()
          x = 1; q.put(1)        | q.get(); print(x)       | a.start(), b.start()
          d["k"] = 1             | print(d["l"])           | a.start(), b.start()
          items[0] = 1           | items[1] = 2            | a.start(), b.start()
          box.n = 1              | other.n = 1             | a.start(), b.start()
          box.n = 1              | print(box.v)            | a.start(), b.start()
          print(x)               | print(x)                | a.start(), b.start()
          print(items, d)        | print(len(items))       | a.start(), b.start()
          x = 1                  | pass                    | x = 2; a.start(); a.join(); x = 3
          """)
  void what_is_kept_in_order_and_what_is_not_the_same_does_not_race(
      String one, String two, String main) throws Exception {
    assertEquals(Set.of(), races(PROGRAM.formatted(one, two, main)));
  }

  private Set<String> races(String code) throws Exception {
    return races(explore(code, Granularity.LINE, REDUCED));
  }

  private static Set<String> races(JsonNode end) {
    return StreamSupport.stream(end.get("races").spliterator(), false)
        .map(
            race ->
                race.get("name").asString()
                    + " "
                    + race.get("kind").asString()
                    + StreamSupport.stream(race.get("accesses").spliterator(), false)
                        .map(
                            access ->
                                " "
                                    + access.get("line").asInt()
                                    + (access.get("writes").asBoolean() ? "w" : "r"))
                        .collect(Collectors.joining()))
        .collect(Collectors.toSet());
  }
}
