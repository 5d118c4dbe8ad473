/** The reason that an error gives (RFC 9457), or its status when it gives none. */
export async function reason(response) {
  try {
    const problem = await response.json();
    return problem.detail ?? problem.title ?? `The server answered ${response.status}.`;
  } catch {
    return `The server answered ${response.status}.`;
  }
}
