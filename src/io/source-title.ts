import type { Lang } from './format.ts';

/** What follows « Assumed » in the titles of sources, in French. */
const assumedFr: Readonly<Record<string, string>> = {
  '1 h 30 of an officer': '1 h 30 d’un agent',
  'from a team made for one trial, which has little else to do, to a service with many publics':
    'd’une équipe faite pour un seul essai, qui n’a guère autre chose à faire, à un service qui a bien d’autres publics',
  'half are held by workers of the département, half by a platform of its own':
    'la moitié sont tenus par des agents du département, l’autre par une plateforme à part',
  'some ends are of the contract, others are of a child to be minded, a late bus or a quarrel':
    'certaines fins sont celles du contrat, d’autres tiennent à un enfant à garder, un bus en retard ou une dispute',
  'a stay reopens rights to unemployment insurance': 'un séjour rouvre des droits au chômage',
  'keeps the published margins of needs in balance': 'garde en équilibre les parts publiées des besoins',
  'lock-in of programmes; under zero where the hours asked are spent looking for work':
    'les programmes retiennent pendant qu’ils durent ; au-dessous de zéro si les heures exigées se passent à chercher un emploi',
  'lock-in of subsidised jobs': 'les emplois aidés retiennent pendant qu’ils durent',
  'near the cost of the minimum wage, as in territories without long-term unemployment':
    'proche du coût du salaire minimum, comme dans les territoires zéro chômeur de longue durée',
  'order of magnitude of unit costs': 'ordre de grandeur des coûts unitaires',
  'direction from Gérard and Courty and Marschke': 'sens donné par Gérard et par Courty et Marschke',
  'direction from Hamzaoui et al.': 'sens donné par Hamzaoui et al.',
  'direction from Lyet': 'sens donné par Lyet',
  'direction from Trombert': 'sens donné par Trombert',
  'another adult may have means': 'un autre adulte peut avoir des ressources',
  'files left incomplete, appointments not kept': 'dossiers laissés incomplets, rendez-vous manqués',
  'part of the claims are made by post, by phone or on screen, and part of those who are discouraged come back':
    'une partie des demandes se font par courrier, par téléphone ou par écran, et une partie de ceux qui se découragent reviennent',
  'steps asked meanwhile, and nothing to live on': 'démarches demandées pendant ce temps, et rien pour vivre',
  'trust weighs as it does on a claim made alone': 'la confiance pèse comme sur une demande faite seul',
  'whoever has a home, papers and health in order can act on help at once': 'qui a un toit, des papiers et la santé peut se servir aussitôt d’une aide',
  'national cycles move unemployment by one to two points': 'les cycles nationaux déplacent le chômage d’un à deux points',
  'no count of moves forgone or of disputes was found': 'aucun décompte des déménagements non faits ni des litiges n’a été trouvé',
  'no national measure of loss between services exists': 'aucune mesure nationale des pertes entre services n’existe',
  'swept from 0 to 1': 'balayé de 0 à 1',
  'swept in the neutrality test': 'balayé dans l’épreuve de neutralité',
  swept: 'balayé',
  'unemployment insurance delays entries': 'l’assurance chômage retarde les entrées',
  'a home is seldom found without help': 'un logement se trouve rarement sans aide',
  'a lease breaks more often under distress': 'un bail se rompt plus souvent dans la détresse',
  'a receivership lasts six to eighteen months before an enterprise is wound up':
    'un redressement dure six à dix-huit mois avant la liquidation d’une entreprise',
  'about half the hours of a full job': 'environ la moitié des heures d’un emploi complet',
  'agreements are discussed once a year, and a new enterprise takes months to be approved':
    'les conventions se discutent une fois par an, et une entreprise nouvelle met des mois à être agréée',
  'an hour spent on papers, a home or care is not spent on finding work':
    'une heure passée sur des papiers, un logement ou des soins ne l’est pas à chercher un emploi',
  'contacts help even where the need is not treated, less so in harder cases':
    'des contacts aident même quand le besoin n’est pas traité, moins dans les cas plus lourds',
  'knowledge opens the same jobs to all, whatever their own ability': 'savoir ouvre les mêmes emplois à tous, quelle que soit leur capacité propre',
  'most of a week': 'l’essentiel d’une semaine',
  'no home, no work': 'pas de toit, pas d’emploi',
  'rights end after two to twenty years without a job, by the waves of 2026':
    'les droits finissent après deux à vingt ans sans emploi, selon les vagues de 2026',
  'seekers of equal record differ; sizes are tests, not parameters':
    'à parcours égal les demandeurs diffèrent ; les tailles sont des épreuves, non des paramètres',
  'severe illness keeps most from working, whatever the support': 'une maladie grave empêche la plupart de travailler, quel que soit l’accompagnement',
  'some 500 € a month against hours of activity felt as half a euro to two each':
    'quelque 500 € par mois contre des heures d’activité ressenties d’un demi-euro à deux euros chacune',
  'trades and levels part the market; most recipients look for first-rung jobs':
    'métiers et niveaux partagent le marché ; la plupart des allocataires cherchent des emplois de premier échelon',
  'two thirds of it in a year': 'les deux tiers en un an',
  'whoever fears for the right shows up to keep it': 'qui craint pour son droit vient pour le garder',
  'whoever fears takes what comes': 'qui craint prend ce qui vient',
};

/** A source as French sets it, whatever the spaces of its file: no line begins with a colon, a semicolon or a percent sign. */
export const setInFrench = (source: string): string =>
  source
    .replaceAll('« ', '«\u00a0')
    .replace(/ ([:»%€])/g, '\u00a0$1')
    .replace(/ ([;?!])/g, '\u202f$1');

/** The title of a source in a language: titles of works stay as they are, what is assumed is said in words. */
export function sourceTitle(title: string, lang: Lang): string {
  const [, mark, rest] = /^Assumed(?:([:;]) (.+))?$/.exec(title) ?? [];
  if (lang !== 'fr' || !title.startsWith('Assumed')) return title;
  if (mark === undefined || rest === undefined) return title.replace('Assumed', 'Supposé');
  return `Supposé${mark === ':' ? '\u00a0:' : '\u202f;'} ${assumedFr[rest] ?? rest}`;
}
