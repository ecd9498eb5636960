package org.procart.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;

/** A site of its own for each test, with one nurse: what rings here belongs to this test. */
final class Clinic {

  private static final AtomicInteger COUNT = new AtomicInteger();

  final Platform platform;
  final String site;
  final String nurse;
  final Phone phone;
  final Phone mailbox;

  private Clinic(Platform platform, int number) {
    this.platform = platform;
    this.site = "site-t" + number;
    this.nurse = "nurse-t" + number;
    this.phone = new Phone(platform, "+447700900%03d".formatted(300 + number));
    this.mailbox = new Phone(platform, nurse + "@" + site + ".example");
  }

  static Clinic opened(Platform platform) {
    Clinic clinic = new Clinic(platform, COUNT.incrementAndGet());
    clinic.open();
    return clinic;
  }

  private void open() {
    put(
        "intake",
        "/sites/" + site,
        """
        {"name":"Test %s","zoneId":"Europe/London","country":"GB","languages":["en","fr"],
         "emergencyNumber":"999","advicePhone":"+44 1632 960001",
         "advice":{"en":{"URGENT":"Call 999.","CONTACT":"Call us.","NONE":"Thank you."},
                   "fr":{"URGENT":"Appelez le 999.","CONTACT":"Appelez-nous.","NONE":"Merci."}},
         "status":"LIVE"}
        """
            .formatted(site));
    put(
        "notification",
        "/staff/" + nurse,
        """
        {"sites":["%s"],"displayName":"Nurse","languages":["en"],
         "contacts":[{"channel":"sms","address":"%s","verified":true,"test":false},
                     {"channel":"email","address":"%s","verified":true,"test":false}]}
        """
            .formatted(site, phone.address(), mailbox.address()));
    put(
        "notification",
        "/sites/" + site + "/rota",
        """
        {"roles":[{"role":"nurse","layers":[{"name":"first",
          "shifts":[{"staffId":"%s","days":[],"from":"00:00","to":"00:00"}]}]}]}
        """
            .formatted(nurse));
  }

  /** A desk of its own, behind its only nurse. */
  Phone desk() {
    Phone desk = new Phone(platform, phone.address().replace("+4477009003", "+4477009013"));
    put(
        "notification",
        "/sites/" + site + "/escalation-policy",
        """
        {"desk":{"sms":"%s"},
         "levels":{"RED":{"steps":[{"who":{"kind":"ROLE","role":"nurse","layer":1}}]}}}
        """
            .formatted(desk.address()));
    return desk;
  }

  private void put(String part, String path, String body) {
    Http.Answer answer =
        Http.put(
            platform.url(part) + path, platform.token("operator", "--staff", "operator-1"), body);
    assertThat(answer.status()).as(answer.body()).isIn(200, 201);
  }
}
