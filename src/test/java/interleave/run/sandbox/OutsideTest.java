package interleave.run.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import interleave.run.Ran;
import interleave.run.RunEvent.Output;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** From a sandbox with a network, nothing outside of the sandbox can be reached. */
class OutsideTest extends OnEachPython {
  OutsideTest(String runtime) {
    super(runtime);
  }

  /** What listens on all of the machine's addresses is reached from here, and not from there. */
  @Test
  void a_server_of_the_machine_cannot_be_reached_on_any_of_its_addresses() throws Exception {
    var addresses = addresses();
    assertFalse(addresses.isEmpty());
    try (var server = new ServerSocket(0);
        var datagrams = new DatagramSocket(new InetSocketAddress(server.getLocalPort()))) {
      for (var address : addresses) {
        try (var here = new Socket(address, server.getLocalPort());
            var there = server.accept()) {
          assertEquals(here.getLocalPort(), there.getPort());
        }
      }
      var out =
          out(
              """
              import socket
              for address in [%s]:
                  one = socket.socket()
                  one.settimeout(2)
                  if one.connect_ex((address, %2$d)) == 0: print('connected to', address)
                  try: socket.socket(type=socket.SOCK_DGRAM).sendto(b'news', (address, %2$d))
                  except OSError: pass
              print('tried')
              """
                  .formatted(
                      addresses.stream()
                          .map(address -> "'" + address.getHostAddress() + "'")
                          .collect(Collectors.joining(", ")),
                      server.getLocalPort()));
      assertEquals("tried\n", out);
      server.setSoTimeout(1);
      assertThrows(SocketTimeoutException.class, server::accept);
      datagrams.setSoTimeout(1);
      assertThrows(
          SocketTimeoutException.class,
          () -> datagrams.receive(new DatagramPacket(new byte[100], 100)));
    }
  }

  @Test
  void no_address_and_no_name_of_the_internet_can_be_reached() throws Exception {
    assertEquals(
        """
        1.1.1.1 Network is unreachable
        8.8.8.8 Network is unreachable
        10.0.0.1 Network is unreachable
        169.254.169.254 Network is unreachable
        udp 8.8.8.8 Network is unreachable
        example.org Name or service not known
        example Name or service not known
        raw Function not implemented
        IPv6 Address family not supported by protocol
        ['lo']
        """,
        out(
            """
            import socket
            for address in ('1.1.1.1', '8.8.8.8', '10.0.0.1', '169.254.169.254'):
                try: socket.create_connection((address, 80), timeout=5)
                except OSError as error: print(address, error.strerror)
            try: socket.socket(type=socket.SOCK_DGRAM).sendto(b'', ('8.8.8.8', 53))
            except OSError as error: print('udp 8.8.8.8', error.strerror)
            for name in ('example.org', 'example'):
                try: socket.getaddrinfo(name, 80)
                except OSError as error: print(name, error.strerror)
            try: socket.socket(socket.AF_INET, socket.SOCK_RAW, socket.IPPROTO_ICMP)
            except OSError as error: print('raw', error.strerror)
            try: socket.socket(socket.AF_INET6)
            except OSError as error: print('IPv6', error.strerror)
            with open('/proc/self/net/dev') as lines:
                print([line.split(':')[0].strip() for line in lines if ':' in line])
            """));
  }

  @Test
  void what_another_program_serves_cannot_be_reached() throws Exception {
    var other =
        startWithNetwork(
            """
            import socket, time
            server = socket.create_server(('', 4711))
            print('serves', flush=True)
            server.settimeout(1)
            try: server.accept(); print('somebody came')
            except TimeoutError: print('nobody came')
            """);
    Ran.await(other, Output.class::isInstance);
    assertEquals(
        "111 111\n",
        out(
            """
            import socket
            print(*(socket.socket().connect_ex((name, 4711)) for name in ('localhost', 'news.example')))
            """));
    assertEquals("serves\nnobody came\n", Ran.ended(other).out());
  }

  private static List<InetAddress> addresses() throws Exception {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .filter(Inet4Address.class::isInstance)
        .toList();
  }

  private String out(String code) throws Exception {
    var ran = runWithNetwork(code);
    assertEquals("", ran.err());
    return ran.out();
  }
}
