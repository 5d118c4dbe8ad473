package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import interleave.run.Ran;
import interleave.run.RunEvent;
import interleave.run.linux.User;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a program must not reach; the server's own self-test tries more at every start. */
class IsolationTest extends OnEachPython {
  IsolationTest(String runtime) {
    super(runtime);
  }

  @Test
  void the_servers_ports_are_not_there() throws Exception {
    try (var server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      var out =
          out(
              """
              import socket
              try:
                  socket.create_connection(('127.0.0.1', %d), timeout=2)
                  print('connected')
              except OSError as error:
                  print(error.strerror)
              """
                  .formatted(server.getLocalPort()));
      assertEquals("Connection refused\n", out);
    }
  }

  @Test
  void its_own_loopback_works() throws Exception {
    var out =
        out(
            """
            import socket, threading
            server = socket.create_server(('127.0.0.1', 0))
            def serve():
                connection, _ = server.accept()
                connection.sendall(b'hello')
                connection.close()
            threading.Thread(target=serve).start()
            print(socket.create_connection(server.getsockname()).recv(10))
            """);
    assertEquals("b'hello'\n", out);
  }

  @Test
  void files_and_secrets_of_the_machine_are_not_there() throws Exception {
    var secret = Files.createTempFile("secret", ".txt");
    try {
      var out =
          out(
              """
              import os
              paths = ['/etc/passwd', '/root', '/home', '/var', %s, '/proc/1/root/etc/passwd']
              for path in paths:
                  if os.path.exists(path): print('there is', path)
              environment = sorted(name for name in os.environ if not name.startswith('MIMALLOC_'))
              print(environment)
              with open('/proc/self/environ') as file: print('HOME=/root' in file.read())
              try: open('/proc/1/environ')
              except PermissionError as error: print(error.strerror)
              """
                  .formatted("'" + secret + "'"));
      assertEquals("['HOME', 'LANG', 'PATH', 'PWD']\nFalse\nPermission denied\n", out);
    } finally {
      Files.delete(secret);
    }
  }

  @Test
  void only_its_own_small_folders_can_be_written_and_nothing_of_them_stays() throws Exception {
    var out =
        out(
            """
            import os
            for folder in ['/', '/usr', '/usr/local', '/dev', '/tmp', '/dev/shm', '/box', '/proc']:
                try:
                    open(folder + '/interleave-was-here', 'w').close()
                    print(folder)
                except OSError: pass
            try:
                with open('/tmp/big', 'wb') as file:
                    for _ in range(200): file.write(bytes(1 << 20))
            except OSError as error: print(error.strerror)
            """);
    assertEquals("/tmp\n/dev/shm\n/box\nNo space left on device\n", out);
    assertTrue(Files.notExists(Path.of("/tmp/interleave-was-here")));
    assertTrue(Files.notExists(Path.of("/dev/shm/interleave-was-here")));
    assertEquals("[]\n", out("import os\nprint(os.listdir('/tmp'))"));
  }

  @Test
  void it_has_no_rights_and_cannot_get_any() throws Exception {
    var out =
        out(
            """
            import ctypes, os, subprocess
            with open('/proc/self/status') as status:
                for line in status:
                    if line.startswith(('CapEff', 'CapBnd', 'NoNewPrivs', 'Seccomp:')):
                        print(line.strip().replace('\\t', ' '))
            libc = ctypes.CDLL(None, use_errno=True)
            print(os.getuid(), libc.unshare(0x10000000), libc.setns(0, 0))
            """);
    assertTrue(out.contains("CapEff: 0000000000000000\n"), out);
    assertTrue(out.contains("CapBnd: 0000000000000000\n"), out);
    assertTrue(out.contains("NoNewPrivs: 1\n"), out);
    assertTrue(out.contains("Seccomp: 2\n"), out);
    assertTrue(out.endsWith("65534 -1 -1\n"), out);
  }

  @Test
  void outside_each_program_is_a_user_of_its_own_and_never_root() throws Exception {
    assumeTrue(User.isRoot(), "only root can become others");
    var first = start("import time\nprint(1, flush=True)\ntime.sleep(60)");
    var second = start("import time\nprint(2, flush=True)\ntime.sleep(60)");
    Ran.await(first, RunEvent.Output.class::isInstance);
    Ran.await(second, RunEvent.Output.class::isInstance);
    var users =
        new Descendants((int) ProcessHandle.current().pid())
            .now().stream()
                .map(pid -> ProcFile.read(pid, "status"))
                .map(status -> status.replaceAll("(?s).*\nUid:\t(\\d+).*", "$1"))
                .collect(Collectors.toSet());
    first.stop();
    second.stop();
    Ran.ended(first);
    Ran.ended(second);
    assertTrue(users.size() >= 2, users.toString());
    assertFalse(users.contains("0"), users.toString());
  }

  @Test
  void when_memory_runs_out_it_goes_first_whatever_it_says() throws Exception {
    assumeTrue(mayUseAnyAmount(), "only with CAP_SYS_RESOURCE can a server say so for good");
    var out =
        out(
            """
            try:
                with open('/proc/self/oom_score_adj', 'w') as file: file.write('0')
            except OSError as error: print(error.strerror)
            with open('/proc/self/oom_score_adj') as file: print(file.read())
            """);
    assertEquals("Permission denied\n1000\n\n", out);
  }

  @Test
  void it_sees_no_process_but_its_own() throws Exception {
    var out =
        out(
            "import os\nprint(sorted(int(name) for name in os.listdir('/proc') if name.isdigit()))");
    assertEquals("[1, 2]\n", out);
  }

  @Test
  void no_descriptor_of_the_server_leaks_in() throws Exception {
    var out =
        out(
            """
            import os, stat
            for fd in range(3, 512):
                try: mode = os.fstat(fd).st_mode
                except OSError: continue
                if not stat.S_ISSOCK(mode): print(fd, os.readlink(f'/proc/self/fd/{fd}'))
            print('looked')
            """);
    assertEquals("looked\n", out);
  }

  @Test
  void the_usual_tools_of_concurrent_programs_work() throws Exception {
    var out =
        out(
            """
            import asyncio, concurrent.futures as futures, multiprocessing as mp, subprocess
            from multiprocessing import shared_memory
            def double(n): return 2 * n
            def add(value, n):
                for _ in range(n):
                    with value.get_lock(): value.value += 1
            if __name__ == '__main__':
                with futures.ThreadPoolExecutor() as pool: print(list(pool.map(double, range(3))))
                with futures.ProcessPoolExecutor(2) as pool: print(list(pool.map(double, range(3))))
                with mp.Pool(2) as pool: print(pool.map(double, range(3)))
                with mp.Manager() as manager:
                    shared = manager.dict(a=1)
                    print(shared['a'])
                value = mp.Value('i', 0)
                workers = [mp.Process(target=add, args=(value, 100)) for _ in range(2)]
                for worker in workers: worker.start()
                for worker in workers: worker.join()
                print(value.value)
                block = shared_memory.SharedMemory(create=True, size=10)
                block.close(); block.unlink()
                queue = mp.Queue(); queue.put('queued'); print(queue.get())
                async def two(): return await asyncio.gather(asyncio.sleep(0.01, 1), asyncio.sleep(0, 2))
                print(asyncio.run(two()))
                print(subprocess.run(['echo', 'hi'], capture_output=True, text=True).stdout)
            """);
    assertEquals("[0, 2, 4]\n[0, 2, 4]\n[0, 2, 4]\n1\n200\nqueued\n[1, 2]\nhi\n\n", out);
  }

  /** Containers often have a root without this capability, the 24th of capabilities(7). */
  private static boolean mayUseAnyAmount() throws Exception {
    var status = Files.readString(Path.of("/proc/self/status"));
    var effective = status.replaceAll("(?s).*\nCapEff:\t(\\w+).*", "$1");
    return (Long.parseLong(effective, 16) >> 24 & 1) == 1;
  }

  private String out(String code) throws Exception {
    var ran = run(code);
    assertEquals("", ran.err());
    return ran.out();
  }
}
