package org.procart.simulator.chance;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.rng.SplittableUniformRandomProvider;
import org.apache.commons.rng.sampling.DiscreteProbabilityCollectionSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.rng.simple.RandomSource;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.ContinuousDistribution;

/**
 * One stream of random numbers. Streams split off in the same order are the same for the same seed,
 * so that what is drawn for one patient or day does not depend on how many others there are.
 */
public final class Chance {

  private final SplittableUniformRandomProvider random;

  private Chance(SplittableUniformRandomProvider random) {
    this.random = random;
  }

  public static Chance seeded(long seed) {
    return new Chance((SplittableUniformRandomProvider) RandomSource.L64_X128_MIX.create(seed));
  }

  public Chance split() {
    return new Chance(random.split());
  }

  /** For a stream that is begun later. */
  public long seed() {
    return random.nextLong();
  }

  public boolean happens(double probability) {
    return random.nextDouble() < probability;
  }

  /** Both ends included. */
  public int whole(int low, int high) {
    return random.nextInt(low, high + 1);
  }

  public double between(double low, double high) {
    return random.nextDouble(low, high);
  }

  public double normal(double mean, double deviation) {
    return mean + deviation * ZigguratSampler.NormalizedGaussian.of(random).sample();
  }

  /** A share between 0 and 1 with this mean; the more alike, the closer to it. */
  public double share(double mean, double alike) {
    return sample(BetaDistribution.of(mean * alike, (1 - mean) * alike));
  }

  public double sample(ContinuousDistribution distribution) {
    return distribution.createSampler(random).sample();
  }

  public <T> T pick(Map<T, Double> weights) {
    return new DiscreteProbabilityCollectionSampler<>(random, weights).sample();
  }

  /** Different ones, drawn one after the other. */
  public <T extends Comparable<T>> List<T> pickSome(int count, Map<T, Double> weights) {
    Map<T, Double> left = new TreeMap<>(weights);
    left.values().removeIf(weight -> weight <= 0);
    List<T> picked = new ArrayList<>();
    while (picked.size() < count && !left.isEmpty()) {
      T one = pick(left);
      picked.add(one);
      left.remove(one);
    }
    return picked;
  }
}
