import type { Text } from '../../engine/index.ts';

/** What each place of the world's header holds. A place that begins a stretch says how long it is. */
export const headerWords: Readonly<Record<string, Text>> = {
  magic: { fr: 'marque d’un monde de Parcours', en: 'mark of a world of Parcours' },
  layout: { fr: 'version de la disposition des colonnes', en: 'version of the layout of columns' },
  capacity: { fr: 'lignes de la table des personnes', en: 'rows of the table of people' },
  structures: { fr: 'nombre de structures', en: 'number of structures' },
  zones: { fr: 'nombre de zones', en: 'number of zones' },
  month: { fr: 'mois en cours, le mois 0 suivant la mise en route', en: 'current month, month 0 coming after the warm-up' },
  rows: { fr: 'lignes de personnes occupées ou déjà rendues', en: 'rows of people taken or given back' },
  free: { fr: 'première ligne rendue, −1 s’il n’y en a pas', en: 'first row given back, −1 when there is none' },
  freeCount: { fr: 'lignes rendues', en: 'rows given back' },
  population: { fr: 'agents ayant droit au mois 0', en: 'agents entitled at month 0' },
  scale: { fr: 'personnes réelles que représente un agent', en: 'real people that an agent stands for' },
  wageCents: {
    fr: 'salaire mensuel d’un agent de service, charges et frais compris, en centimes',
    en: 'monthly wage of a worker, charges and overheads included, in cents',
  },
  compensation: { fr: 'part du minimum social que l’État compense', en: 'share of the minimum income that the State compensates' },
  integrated: { fr: 'intégration des services acquise, de 0 à 1', en: 'integration of services achieved, 0 to 1' },
  engineers: { fr: 'appui des ingénieurs sociaux du groupement, de 0 à 1', en: 'help of the grouping’s social engineers, 0 to 1' },
  arbiter: { fr: 'part des refus que l’arbitre peut examiner', en: 'share of refusals that the arbiter can look at' },
  sharedFile: { fr: 'part des dossiers tenus en commun', en: 'share of files kept in common' },
  setUp: { fr: 'mise en place de l’intégration, de 0 à 1', en: 'setting up of integration, 0 to 1' },
  baseBenefits: {
    fr: 'minimum social moyen par adulte et par mois au départ, en centimes',
    en: 'mean minimum income per adult and month at the start, in cents',
  },
  caseloadBase: { fr: 'personnes accompagnées au départ', en: 'people accompanied at the start' },
  ledShares: { fr: 'part des personnes suivies par chaque réseau (une place par réseau)', en: 'share of people led by each network (one place per network)' },
  sentShares: {
    fr: 'part des personnes envoyées vers chaque réseau, apprise pendant la mise en route (une place par réseau)',
    en: 'share of people sent to each network, learnt during the warm-up (one place per network)',
  },
  expectedResults: { fr: 'résultats par personne d’après lesquels un prix au résultat est fixé', en: 'results per head by which a price by result is set' },
  inhabitants: { fr: 'habitants du territoire', en: 'inhabitants of the territory' },
  paidPeople: { fr: 'agents payés ce mois', en: 'agents paid this month' },
  benefitsPaid: { fr: 'minimum social versé ce mois, en centimes', en: 'minimum income paid this month, in cents' },
  benefitsDue: {
    fr: 'minimum social dû ce mois aux agents du modèle, retenues déduites, en centimes',
    en: 'minimum income due this month to agents of the model, less what is withheld, in cents',
  },
  auditsDue: { fr: 'contrôles des déclarations du mois, à payer, en centimes', en: 'audits of declarations of the month, to be paid, in cents' },
  entryBalance: {
    fr: 'facteur des entrées qui tient le nombre du territoire, appris pendant la mise en route',
    en: 'factor of entries that keeps the territory’s number, learnt during the warm-up',
  },
  lastInitial: { fr: 'dernière identité de la population initiale', en: 'last identity of the initial population' },
  entriesSeen: { fr: 'entrées vues pendant l’apprentissage, en agents', en: 'entries seen while learning, in agents' },
  entitledThen: { fr: 'agents ayant droit au début de l’apprentissage', en: 'agents entitled when learning began' },
  fitBase: { fr: 'accord moyen des pratiques et des personnes au départ', en: 'mean fit of practices and people at the start' },
  framed: { fr: 'mise en place du cadre commun des dispositifs, de 0 à 1', en: 'setting up of the common frame of schemes, 0 to 1' },
};
