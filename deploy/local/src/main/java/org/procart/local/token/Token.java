package org.procart.local.token;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.procart.local.command.Arguments;
import org.procart.local.command.CommandException;
import org.procart.local.command.Repository;
import org.procart.local.command.RunningPlatform;
import org.procart.local.command.Screen;
import org.procart.local.issuer.Role;
import org.procart.local.issuer.TokenClient;
import org.procart.local.issuer.TokenOrder;
import org.procart.local.part.Part;
import org.procart.local.process.MissingPartException;

/** deploy/token. */
public final class Token {

  private static final String HELP =
      """
      Prints a bearer token of the issuer of this machine; it is good for 12 hours.

      usage: deploy/token ROLE [options]

        --patient ID   the patient (role patient), or a patient cared for (carer; may be repeated)
        --site ID      a site of this person or system (may be repeated; default for staff: site-a)
        --staff ID     who it is (the subject); default: the role's name, or the patient
        --data DIR     the data folder of the platform (default: deploy/.data)
        --help         this text

      roles: %s
      """
          .formatted(Role.names());

  private static final String DEFAULT_SITE = "site-a";

  private Token() {}

  public static void main(String[] arguments) {
    System.exit(run(arguments, new Screen()));
  }

  private static int run(String[] arguments, Screen screen) {
    if (Arrays.asList(arguments).contains("--help")) {
      screen.line(HELP.stripTrailing());
      return 0;
    }
    try {
      Arguments given = new Arguments(arguments);
      Path data =
          given.value("--data").map(Path::of).orElse(Repository.defaultData()).toAbsolutePath();
      TokenOrder order = order(given);
      String issuer = RunningPlatform.of(data).address(Part.ISSUER.label(), "url");
      screen.line(new TokenClient(issuer, data.resolve(Part.ISSUER.label())).mint(order));
      return 0;
    } catch (CommandException e) {
      screen.complain(String.valueOf(e.getMessage()));
      return e.exitCode();
    } catch (IOException | MissingPartException e) {
      screen.complain("No token: " + e.getMessage());
      return CommandException.OTHER;
    }
  }

  private static TokenOrder order(Arguments given) throws CommandException {
    List<String> patients = given.values("--patient");
    List<String> sites = given.values("--site");
    Optional<String> staff = given.value("--staff");
    String name = given.word().orElse("");
    given.refuseOthers();
    Role role =
        Role.named(name)
            .orElseThrow(
                () ->
                    new CommandException(
                        CommandException.MACHINE,
                        "There is no role '" + name + "'; the roles are " + Role.names() + "."));
    return switch (role) {
      case PATIENT -> TokenOrder.patient(one(patients));
      case CARER -> TokenOrder.carer(staff.orElse("carer-" + one(patients)), patients);
      case OPERATOR, RESEARCHER, RULE_AUTHOR, RULE_APPROVER ->
          TokenOrder.staff(role, staff.orElse(role.claim()), sites);
      case FRONT_END, CLINICIAN, SITE_ADMIN ->
          TokenOrder.staff(
              role, staff.orElse(role.claim()), sites.isEmpty() ? List.of(DEFAULT_SITE) : sites);
    };
  }

  private static String one(List<String> patients) throws CommandException {
    if (patients.isEmpty()) {
      throw new CommandException(CommandException.MACHINE, "Which patient? Say --patient ID.");
    }
    return patients.getFirst();
  }
}
