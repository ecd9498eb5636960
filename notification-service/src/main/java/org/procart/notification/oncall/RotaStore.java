package org.procart.notification.oncall;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import java.util.Optional;
import org.procart.notification.document.KeptRecords;
import org.springframework.stereotype.Component;

/** The rotas of the sites. */
@Component
public class RotaStore {

  private final KeptRecords<Rota> rotas;

  RotaStore(MongoDatabase database) {
    this.rotas = new KeptRecords<>(database, "rotas", Rota.class);
  }

  public Optional<Rota> find(String siteId) {
    return rotas.find(siteId);
  }

  /** Sites that have one. */
  public List<String> siteIds() {
    return rotas.all().stream().map(Rota::siteId).toList();
  }

  void put(Rota rota) {
    rotas.put(rota.siteId(), rota);
  }
}
