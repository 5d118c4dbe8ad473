package interleave.web;

import interleave.web.connection.ClientNetwork;
import io.javalin.http.Context;
import java.net.InetAddress;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tells where requests come from, as a {@link ClientNetwork}. What a client itself says of its
 * address is not believed, only what our own proxies add to it.
 */
final class ClientAddress {
  private final int proxies;

  /**
   * @param proxies how many of our own proxies a request passes, each of which adds the address
   *     that it was asked from at the end of {@code X-Forwarded-For}
   */
  ClientAddress(int proxies) {
    this.proxies = proxies;
  }

  /** The client's address or network; the last proxy's when that does not say. */
  String of(Context ctx) {
    var headers = Collections.list(ctx.req().getHeaders("X-Forwarded-For"));
    return of(headers, ctx.ip());
  }

  /**
   * The address that the first of our proxies was asked from.
   *
   * @param headers those called {@code X-Forwarded-For}, in their order
   * @param peer the address that we were asked from
   */
  String of(List<String> headers, String peer) {
    var addresses =
        headers.stream()
            .flatMap(header -> Stream.of(header.split(",", -1)))
            .map(String::strip)
            .toList();
    if (proxies == 0 || addresses.size() < proxies) {
      return network(peer, peer);
    }
    return network(addresses.get(addresses.size() - proxies), peer);
  }

  private static String network(String address, String otherwise) {
    try {
      return ClientNetwork.of(InetAddress.ofLiteral(address));
    } catch (IllegalArgumentException _) {
      return otherwise;
    }
  }
}
