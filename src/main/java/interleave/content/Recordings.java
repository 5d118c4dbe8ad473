package interleave.content;

import interleave.course.Recording;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the recorded runs of a demo: the files beside it that are named as {@code it.3.11.json}.
 */
final class Recordings {
  private static final Logger LOG = System.getLogger("interleave.content");

  private Recordings() {}

  /**
   * Reads those that fit. One of another version of the program is left out with a warning, so that
   * somebody who edits a demo can look at it; a test finds it out.
   *
   * @param program the demo's file
   * @param code the program as it runs now
   * @param runtimes what the demo is about; empty when any will do
   * @return in the order of the runtimes' versions
   */
  static List<Recording> of(
      ContentFolder folder, Path program, String code, List<String> runtimes) {
    var name = Pattern.compile(Pattern.quote(DemoFile.name(program)) + "\\.(\\d+\\.\\d+t?)\\.json");
    var recordings = new ArrayList<Recording>();
    for (Path file : folder.filesIn(parent(program))) {
      Matcher parts = name.matcher(file.getFileName().toString());
      if (!parts.matches()) {
        continue;
      }
      String runtime = parts.group(1);
      Source source = folder.read(file);
      if (!runtimes.isEmpty() && !runtimes.contains(runtime)) {
        throw source.problem(1, "its demo is not about Python " + runtime + ": delete it");
      }
      var recording = RecordingFile.read(source, runtime);
      if (recording.code().equals(Recording.fingerprint(code))) {
        recordings.add(recording.recording());
      } else {
        LOG.log(
            Level.WARNING,
            source.name() + ": left out, the demo has changed; run src/main/scripts/record");
      }
    }
    recordings.sort(Comparator.comparing(Recording::runtime, Recordings::compare));
    return recordings;
  }

  private static Path parent(Path program) {
    Path parent = program.getParent();
    return parent == null ? Path.of("") : parent;
  }

  /** 3.9 before 3.11, and 3.13 before 3.13t. */
  private static int compare(String one, String other) {
    return padded(one).compareTo(padded(other));
  }

  private static String padded(String runtime) {
    return Pattern.compile("\\d+")
        .matcher(runtime)
        .replaceAll(
            number -> "0".repeat(Math.max(0, 4 - number.group().length())) + number.group());
  }
}
