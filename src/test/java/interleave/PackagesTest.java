package interleave;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which package may know which. */
class PackagesTest {
  private static final JavaClasses OURS =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("interleave");

  /** Of our own packages, those that each one may import beside itself. */
  private static final Map<String, List<String>> MAY_IMPORT =
      Map.ofEntries(
          Map.entry("interleave.log", List.of()),
          Map.entry("interleave.config", List.of()),
          Map.entry("interleave.course", List.of()),
          Map.entry("interleave.content", List.of("interleave.course")),
          Map.entry("interleave.quiz", List.of("interleave.course")),
          Map.entry("interleave.run", List.of("interleave.config")),
          Map.entry(
              "interleave.run.sandbox",
              List.of(
                  "interleave.run",
                  "interleave.run.linux",
                  "interleave.run.interpreter",
                  "interleave.log")),
          Map.entry(
              "interleave.run.interpreter", List.of("interleave.run", "interleave.run.linux")),
          Map.entry("interleave.run.linux", List.of()),
          Map.entry("interleave.schedule", List.of("interleave.run")),
          Map.entry("interleave.db", List.of("interleave.config")),
          Map.entry("interleave.share", List.of("interleave.run", "interleave.db")),
          Map.entry(
              "interleave.learner",
              List.of("interleave.course", "interleave.quiz", "interleave.db")));

  static Stream<String> packages() {
    return MAY_IMPORT.keySet().stream().sorted();
  }

  @ParameterizedTest
  @MethodSource("packages")
  void a_package_imports_only_what_it_may(String name) {
    var allowed =
        Stream.concat(Stream.of(name), MAY_IMPORT.getOrDefault(name, List.of()).stream())
            .toArray(String[]::new);
    classes()
        .that(are(resideInAPackage(name)))
        .should()
        .onlyDependOnClassesThat(
            DescribedPredicate.not(resideInAPackage("interleave..")).or(in(allowed)))
        .allowEmptyShould(true)
        .check(OURS);
  }

  @Test
  void nothing_but_the_start_imports_the_web() {
    noClasses()
        .that()
        .resideOutsideOfPackages("interleave.web..", "interleave")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("interleave.web..")
        .check(OURS);
  }

  @Test
  void the_web_framework_and_the_templates_stay_in_the_web() {
    onlyIn(List.of("interleave.web.."), "io.javalin..", "gg.jte..", "org.eclipse.jetty..");
  }

  @Test
  void markdown_stays_in_the_content() {
    onlyIn(List.of("interleave.content.."), "org.commonmark..");
  }

  @Test
  void sql_stays_in_the_database_and_the_stores() {
    noClasses()
        .that()
        .resideOutsideOfPackage("interleave.db")
        .and()
        .haveSimpleNameNotEndingWith("Store")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.jdbi..", "java.sql..", "javax.sql..")
        .check(OURS);
  }

  private static void onlyIn(List<String> homes, String... libraries) {
    noClasses()
        .that()
        .resideOutsideOfPackages(homes.toArray(String[]::new))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(libraries)
        .check(OURS);
  }

  private static DescribedPredicate<JavaClass> in(String... packages) {
    return JavaClass.Predicates.resideInAnyPackage(packages);
  }
}
