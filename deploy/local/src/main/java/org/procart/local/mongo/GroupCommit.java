package org.procart.local.mongo;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * Lets nobody answer before what the answer shows is on disk, and lets writers that come at the
 * same time share one commit.
 *
 * <p>A commit never runs while a change is half done: a change touches a document and its indexes,
 * and a crash must find both or neither.
 */
final class GroupCommit {

  private final Runnable commit;
  private final ReentrantReadWriteLock gate = new ReentrantReadWriteLock();
  private final ReentrantReadWriteLock lookers = new ReentrantReadWriteLock();
  private final AtomicLong begun = new AtomicLong();

  private final ReentrantLock turn = new ReentrantLock();
  private final Condition turned = turn.newCondition();
  private long durable;
  private boolean committing;

  GroupCommit(Runnable commit) {
    this.commit = commit;
  }

  /** Does the work and returns when it is on disk. */
  <T> T change(Supplier<T> work) {
    try {
      gate.readLock().lock();
      try {
        begun.incrementAndGet();
        return work.get();
      } finally {
        gate.readLock().unlock();
      }
    } finally {
      awaitDurable();
    }
  }

  /** Does the work and returns when everything that it may have seen is on disk. */
  <T> T look(Supplier<T> work) {
    try {
      lookers.readLock().lock();
      try {
        return work.get();
      } finally {
        lookers.readLock().unlock();
      }
    } finally {
      awaitDurable();
    }
  }

  /** Does the work while nobody looks, changes or commits. */
  void alone(Runnable work) {
    lookers.writeLock().lock();
    gate.writeLock().lock();
    try {
      work.run();
    } finally {
      gate.writeLock().unlock();
      lookers.writeLock().unlock();
    }
  }

  private void awaitDurable() {
    long mine = begun.get();
    turn.lock();
    try {
      while (durable < mine) {
        if (committing) {
          turned.awaitUninterruptibly();
        } else {
          commitForAll();
        }
      }
    } finally {
      turn.unlock();
    }
  }

  /** Called with the turn held; lets it go while it writes. */
  private void commitForAll() {
    committing = true;
    turn.unlock();
    long reached = -1;
    try {
      reached = commitNow();
    } finally {
      turn.lock();
      committing = false;
      durable = Math.max(durable, reached);
      turned.signalAll();
    }
  }

  private long commitNow() {
    gate.writeLock().lock();
    try {
      long all = begun.get();
      commit.run();
      return all;
    } finally {
      gate.writeLock().unlock();
    }
  }
}
