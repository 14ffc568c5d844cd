// The SonarQube Servers that conformance runs, and what each takes.
//
// Measured on two cores: where a number stands here without a source, it is what
// `du`, `ps` and `time` said of a seeded server.

const MB = 1e6;

/** The releases by the name that `./build.sh conformance` takes. */
export const RELEASES = {
  26.9: {
    name: "26.9",
    version: "26.9.0.129388",
    zip: {
      artifact: "org.sonarsource.sonarqube:sonar-application:26.9.0.129388:zip",
      sha256: "b7306f5ecfa6806753bc0eb0dc4ea11fe0ddd2c5a346592718814d6ec35b88cb",
      bytes: 946_639_592,
    },
    // The search engine of 26.9 wants the module jdk.jdi, which only a JDK has
    // (measured: a JRE 21 ends with "Module jdk.jdi not found").
    java: { from: 21 },
    context: "",
    memory: 1600 * MB,
    disk: 700 * MB,
  },
  9.9: {
    name: "9.9",
    version: "9.9.8.100196",
    zip: {
      artifact: "org.sonarsource.sonarqube:sonar-application:9.9.8.100196:zip",
      sha256: "07d9100c95e5c19f1785c0e9ffc7c8973ce3069a568d2500146a5111b6e966cd",
      bytes: 296_374_714,
    },
    // 9.9 and its search engine set a Security Manager, which Java 18 and later
    // refuse unless told otherwise, and 24 and later know no more (measured on
    // 21 and 25: "Setting a Security Manager is not supported").
    java: { from: 17, to: 17 },
    context: "/sonar",
    memory: 1200 * MB,
    disk: 400 * MB,
    // 9.9 hands out no scanner engine. The scanner that @sonar/scan would fetch
    // for it comes from a site of its own; this one is on Maven Central.
    scanner: {
      artifact: "org.sonarsource.scanner.cli:sonar-scanner-cli:5.0.1.3006:jar",
      sha256: "87a6846b7d65e07e26323c99e8c33fce40335d702c1fa53d472b8fa143cf08d9",
      bytes: 650_220,
    },
  },
};

/** The releases of these names; of no names, all of them, newest first. */
export function releasesOf(names) {
  if (names.length === 0) return [RELEASES["26.9"], RELEASES["9.9"]];
  return [...new Set(names)].map((name) => {
    if (!Object.hasOwn(RELEASES, name)) {
      throw new Error(`There is no SonarQube Server '${name}' here, only 26.9 and 9.9.`);
    }
    return RELEASES[name];
  });
}

/** What has to be downloaded for a release. */
export const downloadsOf = ({ zip, scanner }) => (scanner ? [zip, scanner] : [zip]);
