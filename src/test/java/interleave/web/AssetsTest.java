package interleave.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssetsTest {
  private TestSite site;

  @BeforeEach
  void start() throws IOException {
    site = TestSite.start();
  }

  @AfterEach
  void stop() throws IOException {
    site.close();
  }

  @Test
  void what_a_page_names_is_served_and_kept_for_ever() {
    var sheet = site.get(find("href=\"(/static/\\w+/css/site.css)\""));
    assertEquals(200, sheet.statusCode());
    assertEquals("body { color: black }", sheet.body());
    assertTrue(sheet.headers().firstValue("Content-Type").orElse("").startsWith("text/css"));
    assertEquals(
        "public, max-age=31536000, immutable",
        sheet.headers().firstValue("Cache-Control").orElse(""));
    var script = site.get(find("src=\"(/static/\\w+/js/site.js)\""));
    assertTrue(
        script.headers().firstValue("Content-Type").orElse("").startsWith("text/javascript"));
  }

  @Test
  void the_import_map_names_files_that_are_served() {
    var module = find("\"codemirror\":\"(/vendor/\\w+/codemirror/index.js)\"");
    assertEquals(200, site.get(module).statusCode());
  }

  @Test
  void another_version_is_served_but_not_kept() {
    var sheet = site.get("/static/older/css/site.css");
    assertEquals(200, sheet.statusCode());
    assertEquals("no-cache", sheet.headers().firstValue("Cache-Control").orElse(""));
  }

  @Test
  void nothing_outside_of_the_two_folders_can_be_had() {
    for (var path :
        List.of(
            "/static/x/../../db/V1__learners.sql",
            "/static/x/..%2f..%2fpom.xml",
            "/static/x/%2e%2e/%2e%2e/pom.xml",
            "/static/x/css%5c..%5c..%5cpom.xml",
            "/static/x/vendor/importmap.json",
            "/static/x/css",
            "/static/x/",
            "/static/x")) {
      int status = site.get(path).statusCode();
      assertTrue(status == 404 || status == 400, path + " gave " + status);
    }
  }

  private String find(String pattern) {
    var matcher = Pattern.compile(pattern).matcher(site.get("/").body());
    assertTrue(matcher.find(), pattern);
    return matcher.group(1);
  }
}
