# The README says which options of `docker run` the sandbox needs, and why.
FROM debian:13-slim AS build
RUN apt-get update \
 && apt-get install -y --no-install-recommends openjdk-25-jdk-headless maven \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY pom.xml .
COPY src/main src/main
COPY static static
RUN mvn -q -B -ntp -Dmaven.test.skip -Dspotless.check.skip package

FROM debian:13-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends \
      openjdk-25-jre-headless bubblewrap python3 libseccomp2 util-linux \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --system --home-dir /app --shell /usr/sbin/nologin interleave \
 && install -d -o interleave -g interleave /app/var
WORKDIR /app
COPY --from=build /app/target/interleave.jar target/interleave.jar
COPY --from=build /app/target/lib target/lib
COPY --from=build /app/target/vendor target/vendor
COPY db db
COPY static static
COPY content content
USER interleave
ENV INTERLEAVE_HOST=0.0.0.0
VOLUME /app/var
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["python3", "-c", "import urllib.request as u; u.urlopen('http://localhost:8080/healthz', timeout=4)"]
CMD ["java", "-XX:TieredStopAtLevel=1", "-jar", "target/interleave.jar"]
