package org.procart.notification.oncall;

import org.procart.chassis.problem.ProblemException;
import org.procart.chassis.security.Caller;
import org.procart.notification.request.Rights;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/sites/{siteId}/rota")
class RotaController {

  private final RotaStore rotas;

  RotaController(RotaStore rotas) {
    this.rotas = rotas;
  }

  @PutMapping
  Rota put(Caller caller, @PathVariable String siteId, @RequestBody RotaBody body) {
    Rights.requireAdministers(caller, siteId);
    Rota rota = body.toRota(siteId);
    rotas.put(rota);
    return rota;
  }

  @GetMapping
  Rota get(Caller caller, @PathVariable String siteId) {
    Rights.requireSees(caller, siteId);
    return rotas.find(siteId).orElseThrow(() -> ProblemException.notFound("rota"));
  }
}
