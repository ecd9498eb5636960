package org.procart.notification.oncall;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.ReplaceOptions;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.procart.notification.calendar.EventCalendar;
import org.procart.notification.calendar.UnreadableCalendarException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The calendars of the sites: the last good text of each. */
@Component
public class CalendarStore {

  private static final Logger LOG = LoggerFactory.getLogger(CalendarStore.class);
  private static final String TEXT = "text";
  private static final String NEXT_AT = "nextAt";
  private static final String FAILED_SINCE = "failedSince";

  private final MongoCollection<Document> calendars;
  private final Map<String, Read> read = new ConcurrentHashMap<>();

  private record Read(String hash, ZoneId zone, EventCalendar events) {}

  CalendarStore(MongoDatabase database) {
    this.calendars = database.getCollection("calendars");
  }

  public List<KeptCalendar> atSite(String siteId) {
    return list(eq("siteId", siteId));
  }

  Optional<KeptCalendar> find(String siteId, String name) {
    return list(eq("_id", id(siteId, name))).stream().findFirst();
  }

  /** Its events as they are read on the site's clock. */
  Optional<EventCalendar> events(String siteId, String name, ZoneId zone) {
    String id = id(siteId, name);
    return find(siteId, name).flatMap(kept -> events(id, kept, zone));
  }

  private Optional<EventCalendar> events(String id, KeptCalendar kept, ZoneId zone) {
    Read known = read.get(id);
    if (known != null && known.hash().equals(kept.hash()) && known.zone().equals(zone)) {
      return Optional.of(known.events());
    }
    Document document = calendars.find(eq("_id", id)).first();
    if (document == null) {
      return Optional.empty();
    }
    try {
      EventCalendar events = EventCalendar.read(document.get(TEXT, ""), zone);
      read.put(id, new Read(document.get("hash", ""), zone, events));
      return Optional.of(events);
    } catch (UnreadableCalendarException e) {
      LOG.atError()
          .addKeyValue("calendar", id)
          .log("A calendar that was good cannot be read; put it again");
      return Optional.empty();
    }
  }

  void put(KeptCalendar kept, String text) {
    Document document =
        new Document("_id", id(kept.siteId(), kept.name()))
            .append("siteId", kept.siteId())
            .append("name", kept.name())
            .append("hash", kept.hash())
            .append("events", kept.events())
            .append("loadedAt", Date.from(kept.loadedAt()))
            .append(TEXT, text);
    URI url = kept.url();
    if (url != null) {
      document
          .append("url", url.toString())
          .append("refreshMinutes", kept.refreshMinutes())
          .append(NEXT_AT, Date.from(next(kept, kept.loadedAt())));
    }
    calendars.replaceOne(
        eq("_id", document.get("_id")), document, new ReplaceOptions().upsert(true));
  }

  void remove(String siteId, String name) {
    calendars.deleteOne(eq("_id", id(siteId, name)));
  }

  List<KeptCalendar> due(Instant now) {
    return list(lte(NEXT_AT, Date.from(now)));
  }

  /** Those whose address has given nothing usable for so long, told or not. */
  List<KeptCalendar> failingSince(Instant before) {
    return list(lte(FAILED_SINCE, Date.from(before)));
  }

  /** False when another instance fetches it. */
  boolean claim(KeptCalendar kept, Instant now) {
    return update(
        and(eq("_id", id(kept.siteId(), kept.name())), lte(NEXT_AT, Date.from(now))),
        set(NEXT_AT, Date.from(next(kept, now))));
  }

  /** The same text, or a new one; not when it was put anew meanwhile. */
  void loaded(KeptCalendar kept, String text, String hash, int events, Instant now) {
    boolean _ =
        update(
            unchanged(kept),
            combine(
                set(TEXT, text),
                set("hash", hash),
                set("events", events),
                set("loadedAt", Date.from(now)),
                unset(FAILED_SINCE),
                unset("fault"),
                unset("told")));
  }

  void failed(KeptCalendar kept, String fault, Instant now) {
    boolean _ =
        update(
            and(unchanged(kept), exists(FAILED_SINCE, false)), set(FAILED_SINCE, Date.from(now)));
    boolean _ = update(unchanged(kept), set("fault", fault));
  }

  /** True for the one who tells. */
  boolean tell(KeptCalendar kept) {
    return update(and(unchanged(kept), exists("told", false)), set("told", true));
  }

  private boolean update(Bson which, Bson change) {
    return calendars.updateOne(which, change).getMatchedCount() > 0;
  }

  private static Bson unchanged(KeptCalendar kept) {
    return and(eq("_id", id(kept.siteId(), kept.name())), eq("url", String.valueOf(kept.url())));
  }

  private static Instant next(KeptCalendar kept, Instant now) {
    return now.plus(Duration.ofMinutes(kept.refreshMinutes()));
  }

  private List<KeptCalendar> list(Bson which) {
    return calendars
        .find(which)
        .projection(exclude(TEXT))
        .map(CalendarStore::kept)
        .into(new ArrayList<>());
  }

  private static KeptCalendar kept(Document document) {
    String url = document.getString("url");
    return new KeptCalendar(
        document.get("siteId", ""),
        document.get("name", ""),
        url == null ? null : URI.create(url),
        document.get("refreshMinutes", 0),
        document.get("hash", ""),
        document.get("events", 0),
        Objects.requireNonNull(instant(document, "loadedAt")),
        instant(document, FAILED_SINCE),
        document.getString("fault"),
        document.containsKey("told"));
  }

  private static @Nullable Instant instant(Document document, String field) {
    Date date = document.getDate(field);
    return date == null ? null : date.toInstant();
  }

  private static String id(String siteId, String name) {
    return siteId + "/" + name;
  }
}
