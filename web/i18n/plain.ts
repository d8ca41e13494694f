import type { Lang } from '../state/document.ts';

/** A main indicator in plain words: its name outside the table, and what more or less of it means, to stand inside a sentence. */
export interface Plain {
  readonly name: string;
  readonly up: string;
  readonly down: string;
}

const said = (name: string, up: string, down: string): Plain => ({ name, up, down });

const fr: Readonly<Record<string, Plain>> = {
  'durable-jobs': said('entrées en emploi durable', 'plus d’entrées en emploi durable', 'moins d’entrées en emploi durable'),
  'durable-jobs-hard': said(
    'emploi durable des personnes les plus en difficulté',
    'plus d’emplois durables pour les personnes les plus en difficulté',
    'moins d’emplois durables pour les personnes les plus en difficulté',
  ),
  'durable-jobs-kept': said('emplois durables tenus un an', 'plus d’emplois durables tenus un an', 'moins d’emplois durables tenus un an'),
  'exits-to-work-share': said('part des sorties vers l’emploi', 'davantage de sorties qui mènent à un emploi', 'moins de sorties qui mènent à un emploi'),
  'on-benefit': said('personnes dont le droit est ouvert', 'plus de personnes au revenu minimum', 'moins de personnes au revenu minimum'),
  'without-income': said(
    'personnes sans revenu minimum ni emploi',
    'plus de personnes sans revenu minimum ni emploi',
    'moins de personnes sans revenu minimum ni emploi',
  ),
  needs: said('besoins non couverts', 'des besoins moins bien couverts', 'des besoins mieux couverts'),
  'time-to-support': said('délai avant accompagnement', 'un accompagnement qui commence plus tard', 'un accompagnement qui commence plus tôt'),
  'refusal-rate-hard': said(
    'refus opposés aux situations difficiles',
    'plus de refus opposés aux situations difficiles',
    'moins de refus opposés aux situations difficiles',
  ),
  lost: said('personnes perdues de vue', 'plus de personnes perdues de vue', 'moins de personnes perdues de vue'),
  waiting: said('personnes en attente d’un service', 'plus de personnes en attente d’un service', 'moins de personnes en attente d’un service'),
  'support-share': said('temps d’accompagnement', 'plus de temps d’agent consacré à l’accompagnement', 'moins de temps d’agent consacré à l’accompagnement'),
  mirror: said('sorties déclarées pour un emploi durable', 'des résultats déclarés plus loin du réel', 'des résultats déclarés plus près du réel'),
  spending: said('dépense publique', 'plus de dépense publique', 'moins de dépense publique'),
  debt: said('déficits cumulés', 'plus de déficits', 'moins de déficits'),
  trust: said('confiance entre services', 'plus de confiance entre services', 'moins de confiance entre services'),
};

const en: Readonly<Record<string, Plain>> = {
  'durable-jobs': said('entries into durable work', 'more entries into durable work', 'fewer entries into durable work'),
  'durable-jobs-hard': said(
    'durable work for people with the hardest cases',
    'more durable jobs for people with the hardest cases',
    'fewer durable jobs for people with the hardest cases',
  ),
  'durable-jobs-kept': said('durable jobs held for a year', 'more durable jobs held for a year', 'fewer durable jobs held for a year'),
  'exits-to-work-share': said('share of exits to work', 'more of the exits leading to a job', 'fewer of the exits leading to a job'),
  'on-benefit': said('people with the right open', 'more people on the minimum income', 'fewer people on the minimum income'),
  'without-income': said(
    'people with neither minimum income nor work',
    'more people with neither minimum income nor work',
    'fewer people with neither minimum income nor work',
  ),
  needs: said('unmet needs', 'needs less well met', 'needs better met'),
  'time-to-support': said('time to support', 'support that starts later', 'support that starts sooner'),
  'refusal-rate-hard': said('refusals of hard cases', 'more refusals of hard cases', 'fewer refusals of hard cases'),
  lost: said('people lost from view', 'more people lost from view', 'fewer people lost from view'),
  waiting: said('people waiting for a service', 'more people waiting for a service', 'fewer people waiting for a service'),
  'support-share': said('time spent on support', 'more staff time spent on support', 'less staff time spent on support'),
  mirror: said('exits declared per durable job', 'declared results further from real ones', 'declared results closer to real ones'),
  spending: said('public spending', 'more public spending', 'less public spending'),
  debt: said('accumulated deficits', 'larger deficits', 'smaller deficits'),
  trust: said('trust between services', 'more trust between services', 'less trust between services'),
};

const dictionaries: Readonly<Record<Lang, Readonly<Record<string, Plain>>>> = { fr, en };

/** Where institutions differ, the plain words that name them. */
const belgium: Readonly<Record<Lang, Readonly<Record<string, Plain>>>> = {
  fr: {
    'on-benefit': said(
      'personnes dont le revenu d’intégration est ouvert',
      'plus de personnes au revenu d’intégration',
      'moins de personnes au revenu d’intégration',
    ),
    'without-income': said(
      'personnes sans revenu d’intégration ni emploi',
      'plus de personnes sans revenu d’intégration ni emploi',
      'moins de personnes sans revenu d’intégration ni emploi',
    ),
  },
  en: {
    'on-benefit': said('people with the integration income open', 'more people on the integration income', 'fewer people on the integration income'),
    'without-income': said(
      'people with neither integration income nor work',
      'more people with neither integration income nor work',
      'fewer people with neither integration income nor work',
    ),
  },
};

/** Plain words for an indicator, in the vocabulary of a territory if it has one; undefined when the indicator has none of its own. */
export const plainWords = (id: string, lang: Lang, vocabulary?: 'belgium'): Plain | undefined =>
  (vocabulary === 'belgium' ? belgium[lang][id] : undefined) ?? dictionaries[lang][id];
