import type { Remote } from 'comlink';
import type { Service } from './service.ts';

/** A worker seen from outside: what it offers, how to stop it at once, and how to hear that it died. */
export interface Host {
  readonly service: Remote<Service>;
  terminate(): void;
  /** Calls back once if the worker dies without having been asked to. */
  onDeath(listener: (reason: Error) => void): void;
}

export type Spawn = () => Host;
