import type { Lang } from './format.ts';

/** What follows « Assumed » in the titles of sources, in French. */
const assumedFr: Readonly<Record<string, string>> = {
  '1 h 30 of an officer': '1 h 30 d’un agent',
  'a stay reopens rights to unemployment insurance': 'un séjour rouvre des droits au chômage',
  'keeps the published margins of needs in balance': 'garde en équilibre les parts publiées des besoins',
  'lock-in of programmes': 'les programmes retiennent pendant qu’ils durent',
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
};

/** The title of a source in a language: titles of works stay as they are, what is assumed is said in words. */
export function sourceTitle(title: string, lang: Lang): string {
  const [, mark, rest] = /^Assumed(?:([:;]) (.+))?$/.exec(title) ?? [];
  if (lang !== 'fr' || !title.startsWith('Assumed')) return title;
  if (mark === undefined || rest === undefined) return title.replace('Assumed', 'Supposé');
  return `Supposé${mark === ':' ? '\u00a0:' : '\u202f;'} ${assumedFr[rest] ?? rest}`;
}
