package interleave.web;

import static interleave.web.WriteAllowance.ANSWER;
import static interleave.web.WriteAllowance.NEWCOMER;
import static interleave.web.WriteAllowance.PROGRAM;
import static interleave.web.WriteAllowance.SHARE;
import static interleave.web.WriteAllowance.STOP;

import interleave.db.Database;
import interleave.schedule.Judge;
import interleave.schedule.Lab;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.util.EnumSet;

/** Every route of the site. */
final class Routes {
  private final SiteOrigin site;
  private final SameOrigin sameOrigin;
  private final WriteCheck writes;
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

  Routes(WebServer.Place place, WebServer.Bounds bounds, WebServer.Parts parts, RunStream stream) {
    site = new SiteOrigin(place.origin(), place.proxies());
    sameOrigin = new SameOrigin(site);
    var addresses = new ClientAddress(place.proxies());
    var visitors = new Visitors(parts.learners(), site);
    var limits = new WriteLimits(bounds.runsPerMinute(), System::nanoTime);
    writes = new WriteCheck(limits, addresses, visitors);
    var pages = new Pages(parts.course(), parts.assets());
    home = new HomePage(parts.course(), visitors, pages);
    lessons = new LessonPage(parts.course(), parts.learners(), visitors, parts.runner(), pages);
    quizzes = new QuizPost(parts.learners(), visitors, lessons);
    predictions = new PredictionPost(parts.learners(), visitors, lessons, parts.runner());
    progress = new ProgressPage(parts.course(), visitors, pages);
    lab = new LabPage(parts.course(), visitors, parts.runner(), pages);
    var owners = new RunOwners(visitors, new VisitCookie(site), limits, addresses);
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
    routes.before(site::checkHost);
    routes.before(sameOrigin::check);
    routes.beforeMatched(writes::check);
    var to = new Table(routes);

    to.get("/", home::show);
    to.get("/learn/{chapter}/{lesson}", lessons::show);
    to.post("/learn/{chapter}/{lesson}/quiz", quizzes::answer, ANSWER, NEWCOMER);
    to.post("/learn/{chapter}/{lesson}/prediction", predictions::answer, ANSWER, NEWCOMER);
    to.post("/learn/{chapter}/{lesson}/challenge", challenges::answer, PROGRAM, NEWCOMER);
    to.post("/learn/{chapter}/{lesson}/read", lessons::finish, ANSWER, NEWCOMER);
    to.get("/progress", progress::show);
    to.get("/lab", lab::show);

    to.post("/api/runs", runs::submit, PROGRAM);
    to.get("/api/runs/{id}/events", runs::events);
    to.get("/api/runs/{id}", runs::show);
    to.delete("/api/runs/{id}", runs::stop, STOP);

    to.post("/api/explorations", explorations::start, PROGRAM);
    to.post("/api/explorations/replay", explorations::replay, PROGRAM);
    to.get("/api/explorations/{id}/events", explorations::events);
    to.delete("/api/explorations/{id}", explorations::stop, STOP);

    to.get("/api/demos/{chapter}/{lesson}/{name}/recordings/{runtime}", recordings::show);
    to.post("/api/shares", shares::create, SHARE);
    to.get("/api/shares/{id}", shares::show);
    to.get("/r/{id}", sharePage::show);

    to.get("/static/{version}/<path>", files::own);
    to.get("/vendor/{version}/<path>", files::vendor);

    to.get("/healthz", health::live);
    to.get("/readyz", health::ready);

    routes.exception(Problem.class, errors::problem);
    routes.exception(Database.Unavailable.class, errors::notKept);
    routes.exception(HttpResponseException.class, errors::refused);
    routes.exception(IOException.class, errors::cutOff);
    routes.exception(Exception.class, errors::unexpected);
  }

  /** What is read can be asked for its head alone; what changes something has its allowances. */
  private record Table(RoutesConfig routes) {
    void get(String path, Handler handler) {
      routes.get(path, handler);
      routes.head(path, handler);
    }

    void post(String path, Handler handler, WriteAllowance first, WriteAllowance... more) {
      routes.post(path, handler, EnumSet.of(first, more).toArray(WriteAllowance[]::new));
    }

    void delete(String path, Handler handler, WriteAllowance allowance) {
      routes.delete(path, handler, allowance);
    }
  }
}
