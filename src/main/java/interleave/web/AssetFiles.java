package interleave.web;

import io.javalin.http.Context;

/** Serves {@link Assets}. Only files that were read at the start can be had. */
final class AssetFiles {
  private final Assets assets;

  AssetFiles(Assets assets) {
    this.assets = assets;
  }

  void own(Context ctx) {
    send(ctx, "static/");
  }

  void vendor(Context ctx) {
    send(ctx, "vendor/");
  }

  private void send(Context ctx, String folder) {
    var path = folder + ctx.pathParam("path");
    var bytes = assets.find(path).orElseThrow(() -> Problem.notFound("There is no such file."));
    // A page from before a restart asks for the version of then: it is served, but not kept.
    boolean current = ctx.pathParam("version").equals(assets.version());
    ctx.header("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache")
        .contentType(Assets.type(path))
        .result(bytes);
  }
}
