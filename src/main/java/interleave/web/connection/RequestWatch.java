package interleave.web.connection;

import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Says of each connection when a request begins, when it is whole, and when it is answered. */
final class RequestWatch extends Handler.Wrapper {
  private final OpenConnections connections;

  RequestWatch(OpenConnections connections) {
    this.connections = connections;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    var connection = request.getConnectionMetaData().getConnection();
    var one = connections.begun(connection, hasBody(request));
    if (one != null) {
      request.addHttpStreamWrapper(stream -> new Watched(stream, one));
    }
    return super.handle(request, response, callback);
  }

  private static boolean hasBody(Request request) {
    return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  /** The request as it is read and answered. */
  private final class Watched extends HttpStream.Wrapper {
    private final OpenConnection connection;

    Watched(HttpStream stream, OpenConnection connection) {
      super(stream);
      this.connection = connection;
    }

    @Override
    public Content.Chunk read() {
      connection.awaited(false);
      if (connection.late()) {
        return Content.Chunk.from(new TimeoutException("the body was not whole in time"));
      }
      var chunk = super.read();
      if (chunk != null && chunk.isLast()) {
        connections.whole(connection);
      }
      return chunk;
    }

    @Override
    public void demand() {
      connection.awaited(true);
      super.demand();
    }

    @Override
    public void succeeded() {
      connections.answered(connection);
      super.succeeded();
    }

    @Override
    public void failed(Throwable cause) {
      connections.answered(connection);
      super.failed(cause);
    }
  }
}
