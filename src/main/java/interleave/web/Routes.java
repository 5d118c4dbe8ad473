package interleave.web;

import interleave.db.Database;
import interleave.schedule.Judge;
import interleave.schedule.Lab;
import io.javalin.config.RoutesConfig;
import io.javalin.http.HttpResponseException;
import java.io.IOException;

/** Every route of the site. */
final class Routes {
  private final HomePage home;
  private final LessonPage lessons;
  private final QuizPost quizzes;
  private final PredictionPost predictions;
  private final ProgressPage progress;
  private final LabPage lab;
  private final RunApi runs;
  private final Recordings recordings;
  private final ShareApi shares;
  private final SharePage sharePage;
  private final Health health;
  private final AssetFiles files;
  private final ErrorPages errors;
  private final ExplorationApi explorations;
  private final ChallengePost challenges;

  Routes(WebServer.Parts parts, RunStream stream, ClientAddress addresses) {
    var visitors = new Visitors(parts.learners());
    var pages = new Pages(parts.course(), parts.assets());
    home = new HomePage(parts.course(), visitors, pages);
    lessons = new LessonPage(parts.course(), parts.learners(), visitors, parts.runner(), pages);
    quizzes = new QuizPost(parts.learners(), visitors, lessons);
    predictions = new PredictionPost(parts.learners(), visitors, lessons, parts.runner());
    progress = new ProgressPage(parts.course(), visitors, pages);
    lab = new LabPage(parts.course(), visitors, parts.runner(), pages);
    var owners = new RunOwners(visitors, addresses);
    runs = new RunApi(parts.course(), parts.runner(), owners, stream);
    var lab = new Lab(parts.runner());
    explorations = new ExplorationApi(parts.runner(), lab, owners, stream);
    challenges =
        new ChallengePost(
            parts.learners(), visitors, lessons, parts.runner(), new Judge(lab), owners);
    recordings = new Recordings(parts.course());
    shares = new ShareApi(parts.course(), parts.runner(), owners, parts.shares());
    sharePage = new SharePage(parts.course(), parts.shares(), visitors, parts.runner(), pages);
    health = new Health(parts.database(), parts.runner());
    files = new AssetFiles(parts.assets());
    errors = new ErrorPages(pages);
  }

  void addTo(RoutesConfig routes) {
    routes.before(SecurityHeaders::set);
    routes.before(SameOrigin::check);

    routes.get("/", home::show);
    routes.get("/learn/{chapter}/{lesson}", lessons::show);
    routes.post("/learn/{chapter}/{lesson}/quiz", quizzes::answer);
    routes.post("/learn/{chapter}/{lesson}/prediction", predictions::answer);
    routes.post("/learn/{chapter}/{lesson}/challenge", challenges::answer);
    routes.post("/learn/{chapter}/{lesson}/read", lessons::finish);
    routes.get("/progress", progress::show);
    routes.get("/lab", lab::show);

    routes.post("/api/runs", runs::submit);
    routes.get("/api/runs/{id}/events", runs::events);
    routes.get("/api/runs/{id}", runs::show);
    routes.delete("/api/runs/{id}", runs::stop);

    routes.post("/api/explorations", explorations::start);
    routes.post("/api/explorations/replay", explorations::replay);
    routes.get("/api/explorations/{id}/events", explorations::events);
    routes.delete("/api/explorations/{id}", explorations::stop);

    routes.get("/api/demos/{chapter}/{lesson}/{name}/recordings/{runtime}", recordings::show);
    routes.post("/api/shares", shares::create);
    routes.get("/api/shares/{id}", shares::show);
    routes.get("/r/{id}", sharePage::show);

    routes.get("/static/{version}/<path>", files::own);
    routes.get("/vendor/{version}/<path>", files::vendor);

    routes.get("/healthz", health::live);
    routes.get("/readyz", health::ready);

    routes.exception(Problem.class, errors::problem);
    routes.exception(Database.Unavailable.class, errors::notKept);
    routes.exception(HttpResponseException.class, errors::refused);
    routes.exception(IOException.class, errors::cutOff);
    routes.exception(Exception.class, errors::unexpected);
  }
}
