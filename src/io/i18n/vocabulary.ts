import type { BodyName, Territory } from '../../engine/index.ts';
import type { Language } from './index.ts';

/** Words that differ where institutions do, by key: those of the dictionaries stand for the rest. Not a third language. */
export interface Vocabulary {
  /** A structure as it stands in a sentence, by network. */
  readonly structures: Readonly<Partial<Record<BodyName, string>>>;
  /** Figures of a territory, by path. */
  readonly figures: Readonly<Record<string, string>>;
  /** Indicators, by id. */
  readonly indicators: Readonly<Record<string, string>>;
}

const none: Vocabulary = { structures: {}, figures: {}, indicators: {} };

const belgium: Readonly<Record<Language, Vocabulary>> = {
  fr: {
    structures: {
      'employment-service': 'l’équipe {n} d’Actiris',
      departement: 'le CPAS {n}',
      'local-mission': 'la mission locale {n}',
      association: 'l’organisme d’insertion {n}',
    },
    figures: {
      unemployment: 'Taux de chômage (Actiris)',
      minimumIncomeHouseholds: 'Personnes au revenu d’intégration',
      adultsPerHousehold: 'Adultes par dossier',
      benefit: 'Revenu d’intégration moyen par personne',
      compensation: 'Part remboursée par l’État fédéral, en moyenne',
      insertionShare: 'Article 60 et versements d’Actiris, en part du revenu d’intégration',
      'leads.employmentService': 'Suivis par Actiris',
      'leads.departement': 'Suivis par leur CPAS',
      'leads.other': 'Suivis par une mission locale ou un organisme d’insertion',
      'filesPerWorker.employmentService': 'Dossiers par conseiller d’Actiris',
      'filesPerWorker.departement': 'Dossiers par travailleur social de CPAS',
      'filesPerWorker.other': 'Dossiers par conseiller, mission locale et organismes',
      'refund.from.0': 'Part du revenu d’intégration remboursée au CPAS',
      'refund.from.500': '— à partir de 500 personnes',
      'refund.from.1000': '— à partir de 1 000 personnes',
      'refund.growth': 'Croissance sans laquelle un seuil de remboursement ne compte pas',
      'refund.tolerance': 'Baisse en deçà de laquelle le remboursement est gardé',
      'refund.decay': 'Remboursement perdu par an au-delà',
      'refund.underContract': 'Remboursement en plus sous PIIS',
    },
    indicators: {
      'on-benefit': 'Personnes dont le revenu d’intégration est ouvert',
      'without-income': 'Sans revenu d’intégration ni emploi',
      benefits: 'Revenu d’intégration versé',
      'benefits-refunded': 'Revenu d’intégration remboursé par l’État fédéral',
      'insertion-jobs': 'Emplois d’insertion, article 60 compris',
    },
  },
  en: {
    structures: {
      'employment-service': 'team {n} of Actiris',
      departement: 'CPAS {n}',
      'local-mission': 'mission locale {n}',
      association: 'insertion association {n}',
    },
    figures: {
      unemployment: 'Unemployment rate (Actiris)',
      minimumIncomeHouseholds: 'People on integration income',
      adultsPerHousehold: 'Adults for one file',
      benefit: 'Mean integration income per person',
      compensation: 'Share refunded by the federal State, in the mean',
      insertionShare: 'Article 60 and payments of Actiris, as a share of the integration income',
      'leads.employmentService': 'Led by Actiris',
      'leads.departement': 'Led by their CPAS',
      'leads.other': 'Led by a mission locale or an insertion association',
      'filesPerWorker.employmentService': 'Files per adviser, Actiris',
      'filesPerWorker.departement': 'Files per social worker, CPAS',
      'filesPerWorker.other': 'Files per adviser, missions locales and associations',
      'refund.from.0': 'Share of the integration income refunded to the CPAS',
      'refund.from.500': '— from 500 people on',
      'refund.from.1000': '— from 1,000 people on',
      'refund.growth': 'Growth without which a threshold of the refund does not count',
      'refund.tolerance': 'Fall under which the refund is kept',
      'refund.decay': 'Refund lost a year beyond it',
      'refund.underContract': 'Refund on top under contract (PIIS)',
    },
    indicators: {
      'on-benefit': 'People with the integration income open',
      'without-income': 'With neither integration income nor work',
      benefits: 'Integration income paid',
      'benefits-refunded': 'Integration income refunded by the federal State',
      'insertion-jobs': 'Insertion jobs, article 60 included',
    },
  },
};

/** The words of a territory that differ from those of the dictionaries. */
export const vocabularyOf = ({ vocabulary }: Pick<Territory, 'vocabulary'>, lang: Language): Vocabulary => (vocabulary === 'belgium' ? belgium[lang] : none);
