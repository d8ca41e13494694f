import type { CommandName } from '../commands.ts';
import type { OptionName } from '../options.ts';

interface OptionWords {
  readonly takes: string;
  readonly does: string;
  readonly usually?: string;
}

interface CommandWords {
  readonly usage: string;
  readonly summary: string;
  readonly details: string;
  /** Options that mean something else here than elsewhere. */
  readonly options?: Readonly<Partial<Record<OptionName, OptionWords>>>;
}

/** What each command is for. */
export const commands: Readonly<Record<CommandName, CommandWords>> = {
  compare: {
    usage: 'compare A B [C …] [options]',
    summary: 'comparer de 2 à 8 scénarios sur les mêmes personnes, avec la même chance',
    details:
      'Le premier scénario sert de référence. Pour chaque indicateur : son niveau dans A, la différence appariée de chacun des autres avec son intervalle à 95 %, le nombre de tirages où il fait mieux, et ce que l’on peut en dire.',
  },
  run: {
    usage: 'run SCENARIO [options]',
    summary: 'simuler un scénario et donner le niveau de chaque indicateur',
    details: 'Pour chaque indicateur : la moyenne sur les tirages, son intervalle à 95 %, et l’écart entre tirages (du 5e au 95e centile).',
  },
  person: {
    usage: 'person SCENARIO --id N [--versus AUTRE] [options]',
    summary: 'raconter le parcours d’une personne, mois par mois, et pourquoi',
    details:
      'Chaque tournant est dit avec sa date, la structure concernée, le mécanisme et ce qui a pesé. Avec --versus, la même personne sous un autre règlement, et le mois où ses deux vies se séparent. Sans --id, propose quelques personnes qui valent d’être racontées.',
  },
  evidence: {
    usage: 'evidence [--only ID…] [--file FICHIER…] [options]',
    summary: 'rejouer des essais publiés dans le modèle, et dire où il s’en écarte',
    details:
      'Chaque expérience est un fichier de scenarios/evidence : qui est étudié, comment les bras sont tirés, ce qui est mesuré, ce qui a été publié. Les écarts viennent d’abord. Les lignes de calage sont à part et ne comptent pas dans le score.',
    options: {
      replications: { takes: 'N', does: 'tirages de chaque expérience' },
      posterior: {
        takes: 'CALAGE',
        does: 'tirer les paramètres d’un calage, par son nom ou son fichier : un jeu de valeurs par tirage. Ce qu’une expérience ou l’un de ses bras fixe dans « set » l’emporte sur la valeur tirée',
        usually: 'les valeurs par défaut',
      },
      out: { takes: 'FICHIER', does: 'écrire le graphique en forêt (SVG) dans ce fichier' },
    },
  },
  describe: {
    usage: 'describe [scenarios | territories | levers | mechanisms | indicators | parameters] [options]',
    summary: 'dire de quoi le modèle est fait, et sur la foi de quoi',
    details: 'Sans sujet, donne la liste des scénarios et ce qui peut être décrit. « describe territories --territory T » détaille un territoire.',
  },
  odd: {
    usage: 'odd [--out FICHIER] [options]',
    summary: 'imprimer la description du modèle selon ODD+D, en Markdown',
    details:
      'But, variables d’état, déroulement d’un mois, principes de conception, chaque mécanisme, paramètre, levier et indicateur : imprimés à partir de ce que le programme fait tourner.',
    options: {
      out: { takes: 'FICHIER', does: 'écrire le document dans ce fichier' },
      force: { takes: '', does: 'remplacer un fichier qui n’est pas un tel document' },
    },
  },
  calibrate: {
    usage: 'calibrate FICHIER [--out FICHIER] [options]',
    summary: 'régler des paramètres sur des niveaux et des effets publiés, et écrire ce qu’ils en laissent de plausible',
    details:
      'Calcul bayésien approché par générations : chacune est tirée de ce que les précédentes ont rendu plausible. Imprime ce qui a été appris de chaque paramètre, les niveaux et les effets avant et après, et ce que les données ne savent pas distinguer. Un effet visé rejoue, pour chaque jeu de valeurs, une expérience faite pour le calage ; une épreuve n’est jamais visée. Un calcul interrompu reprend où il en était. Le fichier écrit sert à run, compare et evidence avec --posterior.',
    options: {
      out: { takes: 'FICHIER', does: 'écrire le calage dans ce fichier', usually: 'posterior-ID.json' },
      force: { takes: '', does: 'remplacer un fichier qui n’est pas un calage' },
    },
  },
  check: {
    usage: 'check FICHIER… [options]',
    summary: 'relire des fichiers (scénario, territoire, calage) et dire toutes leurs fautes',
    details: 'Avec --resolved, imprime le règlement tel qu’il sera simulé : bases suivies, leviers ouverts, valeurs par défaut retirées.',
  },
};

/** What each option does. */
export const options: Readonly<Record<OptionName, OptionWords>> = {
  territory: { takes: 'T', does: 'département, par son nom, son code ou son identifiant' },
  population: { takes: 'N', does: 'nombre de personnes simulées au mois 0', usually: 'le nombre réel, sans dépasser 5 000' },
  months: { takes: 'N', does: 'mois simulés' },
  replications: { takes: 'N', does: 'tirages : chacun a ses personnes et sa chance, les mêmes pour tous les scénarios' },
  seed: { takes: 'TEXTE', does: 'graine du hasard' },
  id: { takes: 'N', does: 'numéro de la personne' },
  versus: { takes: 'AUTRE', does: 'un autre scénario, pour la même personne' },
  replication: { takes: 'R', does: 'numéro du tirage' },
  sequences: { takes: 'N', does: 'écrire aussi, avec --out, la situation de chaque mois pour N personnes tirées au sort' },
  only: { takes: 'ID', does: 'seulement ces expériences, par identifiant ou par ligne (C6), séparées par des virgules' },
  file: { takes: 'FICHIER', does: 'une expérience à soi ; plusieurs, séparées par des virgules' },
  posterior: {
    takes: 'CALAGE',
    does: 'tirer les paramètres d’un calage, par son nom ou son fichier : un jeu de valeurs par tirage, le même pour tous les scénarios',
    usually: 'ceux du premier scénario, sinon les valeurs par défaut',
  },
  workers: { takes: 'N', does: 'calculs menés de front ; sans effet sur les résultats', usually: 'les cœurs disponibles' },
  all: { takes: '', does: 'tous les indicateurs, et non les seuls principaux' },
  json: { takes: '', does: 'résultat en JSON' },
  out: { takes: 'DOSSIER', does: 'écrire dans ce dossier les tableaux (Parquet et CSV) et leur manifeste' },
  force: { takes: '', does: 'remplacer un autre résultat qui s’y trouve, ou prendre la place d’un calcul arrêté net' },
  resolved: { takes: '', does: 'imprimer le règlement résolu' },
  lang: { takes: 'fr|en', does: 'langue', usually: 'celle du terminal' },
  help: { takes: '', does: 'cette aide' },
  version: { takes: '', does: 'version du programme et du modèle' },
};
