package interleave.run;

import java.util.stream.Collectors;

/** Whether a request could be run at all. */
record RequestCheck(Launcher launcher, Limits limits) {
  /**
   * Passes a request, or says what is in its way.
   *
   * @throws RunRefused when no sandbox can be had, or the request is wrong
   */
  void pass(RunRequest request) throws RunRefused {
    checkSandbox();
    checkRuntime(request.runtime());
    checkSize(Utf8.length(request.code()));
    checkInput(Utf8.length(request.input()));
  }

  private void checkSandbox() throws RunRefused {
    switch (launcher.status()) {
      case Runner.Status.Ready _ -> {}
      case Runner.Status.Unavailable(String reason) ->
          throw new RunRefused.Unavailable("Programs cannot be run here right now: " + reason);
    }
  }

  private void checkRuntime(String runtime) throws RunRefused {
    var names = launcher.runtimes().stream().map(PythonRuntime::name).toList();
    if (!names.contains(runtime)) {
      throw new RunRefused.Invalid(
          "runtime",
          "This runtime is not installed here. Choose one of: "
              + names.stream().collect(Collectors.joining(", "))
              + ".");
    }
  }

  private void checkSize(long bytes) throws RunRefused {
    if (bytes > limits.codeBytes()) {
      throw new RunRefused.TooLarge(
          "The program has "
              + bytes
              + " bytes; at most "
              + limits.codeBytes()
              + " are taken. Make it shorter.");
    }
  }

  private void checkInput(long bytes) throws RunRefused {
    long most = RunRequest.mostInputBytes(limits);
    if (bytes > most) {
      throw new RunRefused.TooLarge("The input is too long; at most " + most + " bytes are taken.");
    }
  }
}
