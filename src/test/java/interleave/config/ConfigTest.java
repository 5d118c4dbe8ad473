package interleave.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import interleave.config.Config.LimitTier;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigTest {
  @Test
  void without_settings_all_is_as_the_readme_says() {
    var config = Config.from(Map.of("PATH", "/usr/bin"));
    int cores = Runtime.getRuntime().availableProcessors();
    assertEquals("127.0.0.1", config.host());
    assertEquals(8080, config.port());
    assertEquals(Path.of("var").toAbsolutePath(), config.data());
    assertTrue(config.databaseUrl().startsWith("jdbc:h2:file:" + config.data()));
    assertEquals(new Config.Runs(10, 8, 256, 64, 256, 64, cores, 2, 16, 60, 32), config.runs());
  }

  @Test
  void a_tier_is_one_of_three() {
    assertEquals(LimitTier.ANY, Config.from(Map.of()).tier());
    assertEquals(LimitTier.CGROUP, Config.from(Map.of("INTERLEAVE_TIER", "cgroup")).tier());
    assertEquals(LimitTier.POLLING, Config.from(Map.of("INTERLEAVE_TIER", "polling")).tier());
    var thrown =
        assertThrows(Config.Wrong.class, () -> Config.from(Map.of("INTERLEAVE_TIER", "cgroup2")));
    assertEquals(
        "INTERLEAVE_TIER is \"cgroup2\" and must be one of any, cgroup, polling",
        thrown.getMessage());
  }

  @Test
  void an_empty_setting_is_none() {
    assertEquals(8080, Config.from(Map.of("INTERLEAVE_PORT", " ")).port());
  }

  @ParameterizedTest
  @CsvSource({
    "PORT, 0, 65535, -1, 65536",
    "WALL_SECONDS, 1, 600, 0, 601",
    "CPU_SECONDS, 1, 600, 0, 601",
    "MEMORY_MIB, 32, 65536, 31, 65537",
    "TASKS, 2, 4096, 1, 4097",
    "OUTPUT_KIB, 1, 16384, 0, 16385",
    "CODE_KIB, 1, 1024, 0, 1025",
    "RUNS_AT_ONCE, 1, 1024, 0, 1025",
    "RUNS_PER_LEARNER, 1, 1024, 0, 1025",
    "RUNS_PER_ADDRESS, 1, 100000, 0, 100001",
    "RUNS_PER_MINUTE, 1, 100000, 0, 100001",
    "PROXIES, 0, 8, -1, 9",
    "QUEUE, 0, 100000, -1, 100001",
  })
  void a_number_may_be_at_its_edge_and_not_beyond(
      String name, String least, String most, String tooFew, String tooMany) {
    Config.from(Map.of("INTERLEAVE_" + name, least));
    Config.from(Map.of("INTERLEAVE_" + name, most));
    for (var wrong : new String[] {tooFew, tooMany, "ten", "1.5"}) {
      var thrown =
          assertThrows(Config.Wrong.class, () -> Config.from(Map.of("INTERLEAVE_" + name, wrong)));
      assertEquals(
          "INTERLEAVE_%s is \"%s\" and must be a whole number from %s to %s"
              .formatted(name, wrong, least, most),
          thrown.getMessage());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"https://learn.example.org", "http://localhost:8080", "https://[2001:db8::1]:444"})
  void an_origin_is_a_scheme_with_a_host_and_perhaps_a_port(String origin) {
    assertEquals(
        Optional.of(URI.create(origin)), Config.from(Map.of("INTERLEAVE_ORIGIN", origin)).origin());
    assertEquals(Optional.empty(), Config.from(Map.of()).origin());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "learn.example.org",
        "https://learn.example.org/",
        "https://learn.example.org/interleave",
        "https://learn.example.org?a",
        "https://ann@learn.example.org",
        "ftp://learn.example.org",
        "https://",
        "https:// learn.example.org",
      })
  void any_other_origin_stops_the_start(String origin) {
    var thrown =
        assertThrows(Config.Wrong.class, () -> Config.from(Map.of("INTERLEAVE_ORIGIN", origin)));
    assertEquals(
        "INTERLEAVE_ORIGIN is \"%s\" and must be an origin such as https://learn.example.org, without a path"
            .formatted(origin),
        thrown.getMessage());
  }

  @Test
  void all_that_is_wrong_is_named_at_once_and_what_is_unknown_too() {
    var thrown =
        assertThrows(
            Config.Wrong.class,
            () ->
                Config.from(
                    Map.of(
                        "INTERLEAVE_PORT", "x",
                        "INTERLEAVE_DATABASE_URL", "mysql://here",
                        "INTERLEAVE_COLOUR", "blue")));
    var lines = String.valueOf(thrown.getMessage()).lines().toList();
    assertEquals(3, lines.size());
    assertTrue(lines.get(1).startsWith("INTERLEAVE_DATABASE_URL is \"mysql://here\""));
    assertTrue(lines.get(2).startsWith("INTERLEAVE_COLOUR is not a setting"));
  }
}
