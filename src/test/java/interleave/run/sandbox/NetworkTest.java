package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.run.Ran;
import interleave.run.RunEvent.Output;
import interleave.run.RunEvent.Reason;
import interleave.run.RunEvent.Usage;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The web server that a program finds when it asked for a network. */
class NetworkTest extends OnEachPython {
  NetworkTest(String runtime) {
    super(runtime);
  }

  @Test
  void each_host_answers_after_its_time_and_always_the_same() throws Exception {
    var out =
        out(
            """
            import time
            from urllib.request import urlopen
            for name in ['news', 'weather', 'books', 'maps', 'music', 'slow']:
                begin = time.monotonic()
                with urlopen(f'http://{name}.example/') as answer:
                    page = answer.read().decode()
                seconds = time.monotonic() - begin
                title = f'<title>{name.title()}</title>' in page
                print(name, answer.status, len(page), title, f'{seconds - seconds % 0.1:.1f}')
            """);
    var seconds = List.of("0.3", "0.3", "0.3", "0.3", "0.3", "1.0");
    var sizes = List.of("news 200 4000", "weather 200 1500", "books 200 6000");
    sizes.forEach(size -> assertTrue(out.contains(size + " True "), out));
    assertTrue(out.contains("maps 200 9000 True "), out);
    assertTrue(out.contains("music 200 3000 True "), out);
    assertTrue(out.contains("slow 200 1000 True "), out);
    var lines = out.lines().toList();
    for (int i = 0; i < seconds.size(); i++) {
      double took = Double.parseDouble(lines.get(i).replaceAll(".* ", ""));
      double own = Double.parseDouble(seconds.get(i));
      assertTrue(took >= own - 0.01 && took < own + 0.5, lines.get(i));
    }
  }

  @Test
  void five_pages_in_threads_take_about_as_long_as_one() throws Exception {
    var ran =
        runWithNetwork(
            """
            import threading, time
            from urllib.request import urlopen
            def get(name):
                with urlopen(f'http://{name}.example/') as answer: answer.read()
            names = ['news', 'weather', 'books', 'maps', 'music']
            threads = [threading.Thread(target=get, args=(name,), name=name) for name in names]
            begin = time.monotonic()
            for thread in threads: thread.start()
            for thread in threads: thread.join()
            print(time.monotonic() - begin)
            """);
    assertEquals("", ran.err());
    double seconds = Double.parseDouble(ran.out());
    assertTrue(seconds >= 0.3 && seconds < 0.9, ran.out());
    var waits = ran.only(Usage.class).stream().map(usage -> usage.waits().toString()).toList();
    for (var name : List.of("news", "weather", "books", "maps", "music")) {
      var wait = ran.taskNamed(name) + "=Optional[Wait[cause=SOCKET";
      assertTrue(waits.stream().anyMatch(each -> each.contains(wait)), () -> name + waits);
    }
    assertEquals(6, ran.tasks().stream().map(task -> task.task()).distinct().count());
  }

  @Test
  void asyncio_and_http_client_work_and_a_connection_is_used_again() throws Exception {
    assertEquals(
        """
        HTTP/1.1 200 OK
        200 b'This took 0 s.\\n'
        200 b''
        404 True
        b'0123456789'
        1048576
        same connection
        1000
        """,
        out(
            """
            import asyncio, http.client, socket
            async def ask():
                reader, writer = await asyncio.open_connection('news.example', 80)
                writer.write(b'GET /delay/0.1 HTTP/1.1\\r\\nHost: news.example\\r\\n\\r\\n')
                print((await reader.readline()).decode().strip())
                writer.close()
            asyncio.run(ask())
            connection = http.client.HTTPConnection('books.example')
            connection.connect()
            first = connection.sock
            def get(path, method='GET'):
                connection.request(method, path)
                answer = connection.getresponse()
                return answer.status, answer.read()
            print(*get('/delay/0'))
            print(*get('/', 'HEAD'))
            status, text = get('/nowhere')
            print(status, b'no such page' in text)
            print(get('/bytes/10')[1])
            print(len(get('/bytes/1048576')[1]))
            print('same connection' if connection.sock is first else 'another')
            # Without a name, as the first programs with sockets are: the address says which.
            plain = socket.create_connection(('slow.example', 80))
            plain.sendall(b'GET / HTTP/1.0\\n\\n')
            heard = b''
            while more := plain.recv(4096): heard += more
            print(len(heard.partition(b'\\r\\n\\r\\n')[2]))
            """));
  }

  @Test
  void a_hundred_connections_are_answered_at_once() throws Exception {
    var out =
        out(
            """
            import asyncio, time
            async def ask():
                reader, writer = await asyncio.open_connection('127.0.0.11', 80)
                writer.write(b'GET /bytes/2000 HTTP/1.0\\r\\n\\r\\n')
                heard = await reader.read()
                writer.close()
                return len(heard.partition(b'\\r\\n\\r\\n')[2])
            async def main():
                return await asyncio.gather(*(ask() for _ in range(100)))
            begin = time.monotonic()
            print(set(asyncio.run(main())), time.monotonic() - begin < 3)
            """);
    assertEquals("{2000} True\n", out);
  }

  @Test
  void the_server_is_no_task_of_the_program_and_takes_no_place() throws Exception {
    var ran =
        runWithNetwork(
            """
            import os, threading, time
            from urllib.request import urlopen
            go = threading.Event()
            for _ in range(63): threading.Thread(target=go.wait).start()
            end = time.monotonic() + 0.6
            while time.monotonic() < end:
                with urlopen('http://news.example/delay/0') as answer: answer.read()
            go.set()
            try: print(os.wait())
            except ChildProcessError as error: print(error.strerror)
            """);
    assertEquals(Reason.EXITED, ran.end().reason(), ran::toString);
    assertEquals("No child processes\n", ran.out());
    assertTrue(ran.tasks().stream().allMatch(task -> task.task().startsWith("2.")), ran::toString);
    var tasks =
        ran.only(Usage.class).stream()
            .flatMap(usage -> Stream.of(usage.cpu(), usage.ready(), usage.waits()))
            .flatMap(each -> each.keySet().stream())
            .distinct()
            .toList();
    assertTrue(tasks.contains("2.2"), tasks::toString);
    assertTrue(tasks.stream().allMatch(task -> task.startsWith("2.")), tasks::toString);
  }

  @Test
  void nothing_of_it_is_open_in_the_program() throws Exception {
    assertEquals(
        "[]\nPermission denied\n",
        out(
            """
            import os, socket
            def is_internet(fd):
                try: one = socket.socket(fileno=fd)
                except OSError: return False
                return one.detach() is not None and one.family == socket.AF_INET
            print([fd for fd in range(512) if is_internet(fd)])
            try: socket.socket().bind(('127.0.0.1', 80))
            except OSError as error: print(error.strerror)
            """));
  }

  @Test
  void it_is_not_there_for_a_program_that_did_not_ask() throws Exception {
    var ran =
        run(
            """
            import os, socket
            from urllib.request import urlopen
            try: urlopen('http://news.example/')
            except OSError as error: print(error.reason.strerror)
            for address in ('127.0.0.1', '127.0.0.11', 'localhost'):
                print(socket.socket().connect_ex((address, 80)))
            try: socket.socket().bind(('', 80))
            except OSError as error: print(error.strerror)
            print(sorted(int(name) for name in os.listdir('/proc') if name.isdigit()))
            """);
    assertEquals("", ran.err());
    assertEquals("Connection refused\n111\n111\n111\nPermission denied\n[1, 2]\n", ran.out());
  }

  @Test
  void nothing_is_left_of_it_at_the_end() throws Exception {
    var run = startWithNetwork("import time\nprint('on', flush=True)\ntime.sleep(60)");
    Ran.await(run, Output.class::isInstance);
    var servers = servers();
    assertEquals(1, servers.size());
    run.stop();
    assertEquals(Reason.STOPPED, Ran.ended(run).end().reason());
    assertEquals(List.of(), servers());
    runWithNetwork("print('on')");
    assertEquals(List.of(), servers());
  }

  @Test
  void who_kills_it_breaks_no_network_but_its_own() throws Exception {
    var other = startWithNetwork(GET_ON_LINE.formatted("print('on', flush=True)"));
    Ran.await(other, Output.class::isInstance);
    var ran =
        runWithNetwork(
            GET_ON_LINE.formatted(
                """
                import os, signal
                os.kill(3, signal.SIGKILL)
                while os.path.exists('/proc/3'): pass
                """));
    assertEquals("Connection refused\n", ran.out());
    assertEquals("on\nhere\n", Ran.ended(other).out());
  }

  private static final String GET_ON_LINE =
      """
      import time
      from urllib.request import urlopen
      %s
      time.sleep(0.3)
      try:
          with urlopen('http://slow.example/'): print('here')
      except OSError as error: print(error.reason.strerror)
      """;

  /** The processes of the servers of all runs. */
  private static List<Integer> servers() {
    return new Descendants((int) ProcessHandle.current().pid())
        .now().stream()
            .filter(
                pid ->
                    ProcessStatus.of(pid)
                        .filter(status -> status.inside() == Members.WEB)
                        .isPresent())
            .toList();
  }

  private String out(String code) throws Exception {
    var ran = runWithNetwork(code);
    assertEquals("", ran.err());
    assertFalse(ran.out().isEmpty());
    return ran.out();
  }
}
