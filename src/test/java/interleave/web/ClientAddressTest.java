package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressTest {
  private static final List<String> NO_HEADER = List.of();

  private final ClientAddress alone = new ClientAddress(0);

  @Test
  void without_a_proxy_nobody_is_believed() {
    assertEquals("192.0.2.7", alone.of(List.of("198.51.100.1"), "192.0.2.7"));
  }

  @Test
  void behind_proxies_what_the_first_of_them_saw_counts_and_no_word_before_it() {
    var header = List.of("203.0.113.9, 198.51.100.1", "10.0.0.1");
    assertEquals("10.0.0.1", new ClientAddress(1).of(header, "10.0.0.2"));
    assertEquals("198.51.100.1", new ClientAddress(2).of(header, "10.0.0.2"));
  }

  @Test
  void without_a_usable_word_of_a_proxy_its_own_address_counts() {
    var behind = new ClientAddress(1);
    assertEquals("10.0.0.2", behind.of(NO_HEADER, "10.0.0.2"));
    assertEquals("10.0.0.2", behind.of(List.of("unknown"), "10.0.0.2"));
    assertEquals("10.0.0.2", behind.of(List.of(""), "10.0.0.2"));
    assertEquals("10.0.0.2", new ClientAddress(3).of(List.of("192.0.2.7"), "10.0.0.2"));
  }

  @Test
  void addresses_of_one_network_of_ipv6_are_one() {
    var one = alone.of(NO_HEADER, "2001:db8:1:2:3:4:5:6");
    assertEquals("2001:db8:1:2:0:0:0:0/64", one);
    assertEquals(one, alone.of(NO_HEADER, "[2001:db8:1:2::7]"));
    assertEquals(one, alone.of(NO_HEADER, "2001:db8:1:2::7"));
    assertNotEquals(one, alone.of(NO_HEADER, "2001:db8:1:3::7"));
    assertEquals("192.0.2.7", alone.of(NO_HEADER, "::ffff:192.0.2.7"));
  }
}
