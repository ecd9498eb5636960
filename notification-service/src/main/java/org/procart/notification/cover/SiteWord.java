package org.procart.notification.cover;

import java.util.List;
import java.util.Optional;
import org.procart.notification.channel.ChannelKind;
import org.procart.notification.channel.GsmText;
import org.procart.notification.channel.Message;
import org.procart.notification.channel.Urgency;
import org.procart.notification.oncall.ContactPoint;
import org.procart.notification.oncall.RotaStore;
import org.procart.notification.oncall.StaffMember;
import org.procart.notification.oncall.StaffStore;
import org.procart.notification.oncall.StaffWording;
import org.procart.notification.outgoing.Outgoing;
import org.procart.notification.policy.Desk;
import org.procart.notification.policy.PolicyStore;
import org.procart.notification.site.Site;
import org.procart.notification.site.Sites;
import org.springframework.stereotype.Component;

/** Tells who keeps a site's rota: its owner where she can be reached, else the site's desk. */
@Component
class SiteWord {

  private final Sites sites;
  private final RotaStore rotas;
  private final StaffStore staff;
  private final PolicyStore policies;
  private final Outgoing outgoing;

  SiteWord(
      Sites sites, RotaStore rotas, StaffStore staff, PolicyStore policies, Outgoing outgoing) {
    this.sites = sites;
    this.rotas = rotas;
    this.staff = staff;
    this.policies = policies;
    this.outgoing = outgoing;
  }

  private record Reader(List<ContactPoint> contacts, List<String> languages) {}

  /**
   * By SMS and by e-mail.
   *
   * @param id the same again changes nothing while it waits
   */
  void tell(String siteId, String id, StaffWording subject, StaffWording words, Object... values) {
    Reader reader = owner(siteId).orElseGet(() -> desk(siteId));
    String text = words.in(reader.languages(), values);
    contact(reader, ChannelKind.SMS)
        .ifPresent(
            address ->
                outgoing.send(
                    id + "-sms",
                    ChannelKind.SMS,
                    Message.sms(address, fitting(text), Urgency.ANSWER)));
    contact(reader, ChannelKind.EMAIL)
        .ifPresent(
            address ->
                outgoing.send(
                    id + "-mail",
                    ChannelKind.EMAIL,
                    Message.mail(
                        address,
                        subject.in(reader.languages(), values),
                        text + "\n",
                        null,
                        Urgency.ANSWER)));
  }

  private Optional<Reader> owner(String siteId) {
    return rotas
        .find(siteId)
        .flatMap(rota -> Optional.ofNullable(rota.owner()))
        .flatMap(staff::find)
        .map(SiteWord::reader)
        .filter(reader -> !reader.contacts().isEmpty());
  }

  private static Reader reader(StaffMember member) {
    return new Reader(member.reachable(false), member.languages());
  }

  private Reader desk(String siteId) {
    List<ContactPoint> contacts =
        policies
            .find(siteId)
            .flatMap(policy -> Optional.ofNullable(policy.desk()))
            .map(Desk::contacts)
            .orElse(List.of());
    return new Reader(contacts, sites.find(siteId).map(Site::languages).orElse(List.of()));
  }

  private static Optional<String> contact(Reader reader, ChannelKind channel) {
    return reader.contacts().stream()
        .filter(contact -> contact.channel() == channel)
        .map(ContactPoint::address)
        .findFirst();
  }

  private static String fitting(String text) {
    String plain = GsmText.plain(text);
    return plain.substring(0, Math.min(plain.length(), GsmText.MAX));
  }
}
